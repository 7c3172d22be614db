package org.leadrelay.qualification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.leadrelay.testing.Week.monday;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.leadrelay.lead.Signal;

/** Whether a rep may get a lead, what its signals are worth, and what a table may read of it. */
class ReadinessTest {

    @ParameterizedTest(name = "{0}: complete {1}, reachable {2}, missing {3}")
    @CsvSource({
        "hasName hasEmail mayMail,       true,  true,  ''",
        "hasCompany hasPhone mayCall,    true,  true,  ''",
        "hasName hasPhone mayMail,       true,  true,  ''",
        "hasEmail mayMail,               false, true,  name",
        "hasName mayMail,                false, true,  address",
        "hasName hasEmail,               true,  false, channel",
        "'',                             false, false, name address channel",
        "mayAtSource,                    true,  true,  ''"
    })
    void a_rep_can_tell_who_it_is_and_has_a_permitted_way_to_answer(
            String known, boolean complete, boolean reachable, String missing) {
        // when
        Readiness.Result result = Readiness.of(facts(known));

        // then
        assertThat(result.complete()).isEqualTo(complete);
        assertThat(result.reachable()).isEqualTo(reachable);
        assertThat(String.join(" ", result.missing())).isEqualTo(missing);
        assertThat(result.ready()).isEqualTo(complete && reachable);
    }

    @Test
    void what_is_unknown_or_no_yes_counts_as_no() {
        assertThat(Readiness.of(Map.of("mayAtSource", "true")).missing()).containsExactly("name", "address", "channel");
        assertThat(Readiness.of(Map.of("mayAtSource", false)).reachable()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"VISIT, 1", "MAIL_OPENED, 0", "CLICK, 3", "DOWNLOAD, 5", "FORM, 8", "MEETING_ASKED, 20"})
    void a_fresh_signal_has_its_full_worth(Signal.Kind kind, double worth) {
        assertThat(Engagement.worth(did(kind), monday("10:00"), monday("10:00")))
                .isEqualTo(worth);
    }

    @Test
    void a_click_that_no_person_is_known_to_have_made_is_worth_nothing() {
        assertThat(Engagement.worth(
                        new Signal(Signal.Kind.CLICK, null, "mailing tool", false, null),
                        monday("10:00"),
                        monday("10:00")))
                .isZero();
    }

    @ParameterizedTest(name = "after {0} days: {1}")
    @CsvSource({"14, 10", "28, 5", "7, 14.1421", "42, 2.5"})
    void half_of_it_is_gone_after_fourteen_days(int days, double worth) {
        // given
        Instant now = monday("10:00");

        // then
        assertThat(Engagement.worth(did(Signal.Kind.MEETING_ASKED), now.minus(Duration.ofDays(days)), now))
                .isCloseTo(worth, within(0.001));
    }

    @ParameterizedTest
    @EnumSource(Signal.Kind.class)
    void beyond_the_memory_nothing_is_worth_a_hundredth_of_what_it_was(Signal.Kind kind) {
        // given
        Instant now = monday("10:00");

        // then
        assertThat(Engagement.worth(did(kind), now.minus(Engagement.MEMORY).minusMillis(1), now))
                .isLessThanOrEqualTo(Engagement.worth(did(kind), now, now) / 100);
    }

    @Test
    void a_signal_dated_ahead_was_heard_just_now() {
        assertThat(Engagement.worth(did(Signal.Kind.VISIT), monday("12:00"), monday("10:00")))
                .isEqualTo(1);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "Germany,            true",
        "C-Level,            true",
        "51-200,             true",
        "ada@example.org,    false",
        "+49 30 1234567,     false",
        "(030) 123-4567,     false",
        "12345678,           false",
        "1234567,            true"
    })
    void a_table_reads_short_words_and_no_address_or_number_of_a_person(String word, boolean fact) {
        assertThat(FactGuard.isFact(word)).isEqualTo(fact);
    }

    @Test
    void a_table_reads_numbers_and_yes_or_no_and_nothing_longer_than_a_word() {
        assertThat(FactGuard.isFact(17)).isTrue();
        assertThat(FactGuard.isFact(1.5)).isTrue();
        assertThat(FactGuard.isFact(false)).isTrue();
        assertThat(FactGuard.isFact("x".repeat(100))).isTrue();
        assertThat(FactGuard.isFact("x".repeat(101))).isFalse();
        assertThat(FactGuard.isFact(null)).isFalse();
        assertThat(FactGuard.isFact(monday("10:00"))).isFalse();
    }

    private static Map<String, Object> facts(String known) {
        return Arrays.stream(known.split(" ", -1)).collect(Collectors.toMap(Function.identity(), each -> true));
    }

    private static Signal did(Signal.Kind kind) {
        return new Signal(kind, null, "test");
    }
}
