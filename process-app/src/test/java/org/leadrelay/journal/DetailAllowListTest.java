package org.leadrelay.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DetailAllowListTest {

    private final DetailAllowList strict =
            new DetailAllowList(Kind.SIGNAL, true, words -> "commitment", PeopleInLines.BY_LOGIN);
    private final DetailAllowList operations =
            new DetailAllowList(Kind.PERSON_CHANGED, true, words -> "commitment", PeopleInLines.BY_LOGIN);
    private final DetailAllowList lenient =
            new DetailAllowList(Kind.SIGNAL, false, words -> "commitment", PeopleInLines.BY_LOGIN);

    @Test
    void numbers_answers_times_ids_and_codes_pass() {
        UUID id = UUID.fromString("00000000-0000-4000-8000-000000000001");
        Map<String, Object> details = Map.of(
                "number",
                4,
                "given",
                true,
                "at",
                Instant.EPOCH,
                "left",
                Duration.ofHours(3),
                "lead",
                id,
                "reason",
                "leastLoaded",
                "rep",
                "ada@example.org",
                "reps",
                List.of(List.of("ada", 1, 60, "full")),
                "due",
                "2026-01-05T09:00:00Z",
                "task",
                id.toString());

        assertThat(strict.pass(details)).isEqualTo(details);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        a key that nobody registered | remark  | Grace
        a sentence under a code      | reason  | Grace Example called
        an address under a code      | reason  | grace@example.org
        a login with a space         | rep     | Grace Example
        a file                       | file    | leads of Grace.csv
        a number that is a phone's   | signal  | +49 30 90909091
        """)
    void a_text_that_nothing_vouches_for_fails_a_test_and_becomes_a_commitment(String what, String key, String text) {
        assertThatThrownBy(() -> strict.pass(Map.of(key, text)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(key)
                .hasMessageNotContaining(text);
        assertThat(lenient.pass(Map.of(key, text))).isEqualTo(Map.of(key, "commitment"));
        assertThat(lenient.pass(Map.of("outputs", Map.of(key, List.of(text)))).toString())
                .doesNotContain(text);
    }

    @Test
    void what_is_listed_passes_as_it_is_and_what_is_committed_never() {
        assertThat(strict.pass(
                        Map.of("answer", new ListedText("Working Professional"), "words", new CommittedText("Grace"))))
                .isEqualTo(Map.of("answer", "Working Professional", "words", "commitment"));
    }

    @Test
    void an_object_of_whatever_kind_is_refused() {
        assertThatThrownBy(() -> strict.pass(Map.of("reason", new StringBuilder("code"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        a key of leads alone         | reason  | leastLoaded
        a name                       | words   | Grace
        a file                       | file    | leads-of-grace.csv
        a login with a space         | holder  | Grace Example
        a sentence under a code      | way     | by Grace Example
        a sentence, as it was before | whyBefore | by Grace Example
        """)
    void a_line_that_is_no_leads_has_keys_of_its_own(String what, String key, String text) {
        assertThatThrownBy(() -> operations.pass(Map.of(key, text)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining(text);
    }

    @Test
    void codes_logins_and_what_there_was_before_pass_in_a_line_that_is_no_leads() {
        Map<String, Object> details = Map.of("roles", List.of("auditor"), "rolesBefore", List.of(), "successor", "ada");
        assertThat(operations.pass(details)).isEqualTo(details);
        assertThat(operations.passSubject("ada", Map.of())).isEqualTo("ada");
    }

    @ParameterizedTest
    @CsvSource({
        "PERSON_ADDED, Ada Byron",
        "KEY_ADDED, crm",
        "MAPPING_SAVED, web",
        "READ_LEAD, Ada",
        "READ_LIST, Ada's",
        "ROLE_ADDED, of Ada"
    })
    void a_subject_has_the_shape_of_its_kind(Kind kind, String subject) {
        assertThatThrownBy(() -> new DetailAllowList(kind, true, words -> "commitment", PeopleInLines.BY_LOGIN)
                        .passSubject(subject, Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining(subject);
        assertThat(new DetailAllowList(kind, false, words -> "commitment", PeopleInLines.BY_LOGIN)
                        .passSubject(subject, Map.of()))
                .isEqualTo("commitment");
    }
}
