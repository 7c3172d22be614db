package org.leadrelay.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.entry;

import java.math.BigInteger;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leadrelay.charter.Option;
import org.leadrelay.platform.Invalid;
import org.leadrelay.workingtime.BusinessCalendar;
import org.leadrelay.workingtime.Opening;
import org.springframework.context.i18n.LocaleContextHolder;

class AnswersTest {

    private static final BusinessCalendar CALENDAR = new BusinessCalendar(
            1,
            ZoneId.of("Europe/Berlin"),
            Map.of(DayOfWeek.MONDAY, List.of(new Opening(LocalTime.of(9, 0), LocalTime.of(17, 0)))));

    private static final Form FORM = new Form(List.of(
            field("outcome", "enum", true, null, null, "accept", "reject"),
            field("reason", "enum", false, "outcome=reject", "outcome=reject", "noNeed", "other"),
            field("otherReason", "string", false, "outcome=reject", "reason=other"),
            field("next", "date", false, "outcome=accept", null),
            field("sure", "boolean", false, null, null),
            new Form.Field(
                    "value", "long", "Value", false, List.of(), 0L, 1000L, null, null, false, null, null, null, 1,
                    false),
            new Form.Field(
                    "note", "string", "Note", false, List.of(), null, null, 2, 10, false, null, null, null, 3, false),
            new Form.Field(
                    "told", "string", "Told", false, List.of(), null, null, null, null, true, null, null, null, 1,
                    false)));

    @BeforeEach
    void english() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
    }

    @AfterEach
    void anyLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void notes_are_kept_apart_from_what_routes_and_what_was_not_answered_routes_as_null() {
        // when
        Answers answers = check(Map.of("outcome", "accept", "note", "hello", "value", 3, "sure", true));

        // then
        assertThat(answers.notes()).containsExactly(entry("note", "hello"));
        assertThat(answers.facts())
                .containsOnly(
                        entry("outcome", "accept"),
                        entry("reason", null),
                        entry("next", null),
                        entry("sure", true),
                        entry("value", 3L));
    }

    @Test
    void a_day_means_the_moment_work_begins_on_or_after_it() {
        Date monday = Date.from(Instant.parse("2026-11-23T08:00:00Z"));

        assertThat(check(Map.of("outcome", "accept", "next", "2026-11-23")).facts())
                .containsEntry("next", monday);
        assertThat(check(Map.of("outcome", "accept", "next", LocalDate.of(2026, 11, 20)))
                        .facts())
                .containsEntry("next", monday);
        assertThat(check(Map.of("outcome", "accept", "next", "2026-11-23T09:00:00+01:00"))
                        .facts())
                .containsEntry("next", monday);
    }

    @Test
    void every_field_that_is_wrong_is_named_at_once() {
        // given
        Map<String, Object> sent = new HashMap<>();
        sent.put("outcome", "perhaps");
        sent.put("leadId", "x");
        sent.put("value", 1001);
        sent.put("sure", "yes");

        // when
        Invalid refusal = refused(sent);

        // then
        assertThat(refusal.violations().stream().map(Invalid.Violation::field))
                .containsExactlyInAnyOrder("outcome", "leadId", "value", "sure");
        assertThat(refusal.detail()).contains("accept", "reject", "has no field \"leadId\"", "at most 1000");
    }

    @Test
    void the_outcome_is_always_needed() {
        assertThat(refused(Map.of()).violations().get(0).field()).isEqualTo("outcome");
    }

    @Test
    void a_reason_is_needed_for_the_outcome_that_asks_for_it_and_refused_for_the_others() {
        assertThat(fields(Map.of("outcome", "reject"))).containsExactly("reason");
        assertThat(fields(Map.of("outcome", "reject", "reason", "other"))).containsExactly("otherReason");
        assertThat(fields(Map.of("outcome", "accept", "reason", "noNeed"))).containsExactly("reason");
        assertThat(check(Map.of("outcome", "reject", "reason", "other", "otherReason", "words"))
                        .notes())
                .containsEntry("otherReason", "words");
    }

    @Test
    void an_empty_text_is_no_answer() {
        assertThat(fields(Map.of("outcome", ""))).containsExactly("outcome");
        assertThat(check(Map.of("outcome", "accept", "reason", "", "note", "")).notes())
                .isEmpty();
    }

    @Test
    void a_field_that_can_only_be_read_is_not_answered() {
        assertThat(fields(Map.of("outcome", "accept", "told", "x"))).containsExactly("told");
        assertThat(check(Map.of("outcome", "accept")).facts()).doesNotContainKey("told");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "3.0", "many"})
    void a_number_is_not_a_text(String text) {
        assertThat(fields(Map.of("outcome", "accept", "value", text))).containsExactly("value");
    }

    @Test
    void numbers_are_whole_and_within_their_bounds() {
        assertThat(fields(Map.of("outcome", "accept", "value", 3.0))).containsExactly("value");
        assertThat(fields(Map.of("outcome", "accept", "value", -1))).containsExactly("value");
        assertThat(fields(Map.of("outcome", "accept", "value", BigInteger.TEN.pow(40))))
                .containsExactly("value");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"tomorrow", "2026-02-30", "2026-11-23T09:00:00", "+999999999-12-31", "0000-01-01", "23.11.2026"})
    void a_date_is_a_real_day(String day) {
        assertThat(fields(Map.of("outcome", "accept", "next", day))).containsExactly("next");
    }

    @Test
    void texts_keep_their_length_and_hold_text() {
        assertThat(fields(Map.of("outcome", "accept", "note", "x"))).containsExactly("note");
        assertThat(fields(Map.of("outcome", "accept", "note", "x".repeat(11)))).containsExactly("note");
        assertThat(fields(Map.of("outcome", "accept", "note", "a\0b"))).containsExactly("note");
        assertThat(fields(Map.of("outcome", "accept", "note", "a\ud83d"))).containsExactly("note");
        assertThat(fields(Map.of("outcome", "accept", "note", List.of("a")))).containsExactly("note");
        assertThat(check(Map.of("outcome", "accept", "note", "😀".repeat(10))).notes())
                .hasSize(1);
        assertThat(check(Map.of("outcome", "accept", "note", "שלום")).notes()).hasSize(1);
    }

    @Test
    void refusals_speak_german_to_germans() {
        LocaleContextHolder.setLocale(Locale.GERMANY);

        assertThat(refused(Map.of("outcome", "accept", "sure", 1)).detail()).contains("braucht ja oder nein");
    }

    private static Answers check(Map<String, ?> sent) {
        return Answers.check(FORM, sent, CALENDAR);
    }

    private static Invalid refused(Map<String, ?> sent) {
        return catchThrowableOfType(Invalid.class, () -> check(sent));
    }

    private static List<String> fields(Map<String, ?> sent) {
        return refused(sent).violations().stream().map(Invalid.Violation::field).toList();
    }

    private static Form.Field field(
            String id, String type, boolean required, String visibleWhen, String requiredWhen, String... values) {
        List<Option> options = List.of(values).stream()
                .map(value -> new Option(value, "The " + value))
                .toList();
        return new Form.Field(
                id,
                type,
                id,
                required,
                options,
                null,
                null,
                null,
                null,
                false,
                null,
                visibleWhen,
                requiredWhen,
                1,
                false);
    }
}
