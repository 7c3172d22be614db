package org.leadrelay.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leadrelay.testing.Week.BERLIN;
import static org.leadrelay.testing.Week.monday;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.leadrelay.charter.CharterWords;
import org.leadrelay.journal.Kind;

/** How the lines of the journey log read; the logins ada, ben and mike have names. */
class JourneySentencesTest {

    private static final Map<String, String> NAMES =
            Map.of("ada", "Ada Byron", "ben", "Ben Rep", "mike", "Mike Manager");

    private final CharterWords charter = mock(CharterWords.class);
    private final JourneySentences sentences = new JourneySentences(charter, BERLIN);

    @BeforeEach
    void aCharterThatCallsEverythingByItsCode() {
        when(charter.clause(anyString(), any())).thenAnswer(call -> call.getArgument(0));
        when(charter.option(anyString(), anyString(), any())).thenAnswer(call -> call.getArgument(1));
        when(charter.amount(anyLong(), anyString(), any()))
                .thenAnswer(call -> call.getArgument(0) + " " + call.getArgument(1));
    }

    static Stream<Arguments> lines() {
        return Stream.of(
                line("The journey \"Lead journey\" began", "started"),
                line("The journey ended: won", "ended", "end", "won"),
                line("Ada Byron took the task", "task-claimed"),
                line("Ada Byron gave the task to Ben Rep", "task-assigned", "to", "ben"),
                line("Ada Byron completed \"Lead journey\": reject", "task-completed", "outcome", "reject"),
                line(
                        "Ada Byron completed \"Lead journey\": reject, reason: noBudget; learned: nextYear",
                        "task-completed",
                        "learned",
                        "nextYear",
                        "outcome",
                        "reject",
                        "task",
                        "4711",
                        "rejectionReason",
                        "noBudget"),
                line(
                        "Ada Byron completed \"Lead journey\": not reached, attempt 2; by call",
                        "task-completed",
                        "outcome",
                        "notReached",
                        "channel",
                        "call",
                        "attempt",
                        2),
                line(
                        "Ada Byron completed \"Lead journey\": sales-ready, need: clear; budget is available;"
                                + " decision: within a month; the person decides",
                        "task-completed",
                        "outcome",
                        "salesReady",
                        "authority",
                        "decides",
                        "timeframe",
                        "now",
                        "need",
                        "clear",
                        "budget",
                        true),
                line(
                        "Ada Byron completed \"Lead journey\": placed, with Ben Rep",
                        "task-completed",
                        "outcome",
                        "placed",
                        "rep",
                        "ben"),
                line(
                        "Ada Byron completed \"Lead journey\": won, a deal of 12000 EUR",
                        "task-completed",
                        "outcome",
                        "won",
                        "dealValue",
                        12_000,
                        "currency",
                        "EUR"),
                // a field of a process owner's own form is told by its name
                line(
                        "Ada Byron completed \"Lead journey\": won, crates: 3; urgent: yes",
                        "task-completed",
                        "outcome",
                        "won",
                        "urgent",
                        true,
                        "crates",
                        3),
                line(
                        "A touch was skipped: no channel is permitted",
                        "touch",
                        "state",
                        "skipped",
                        "reason",
                        "noChannel"),
                line("Ada Byron corrected company", "fact-corrected", "field", "company"),
                // of several details the first of the order is what the line is about
                line("Ada Byron gave the task to Ben Rep", "task-assigned", "reason", "noNeed", "to", "ben"),
                // a word of a model that nobody translated stays as it is
                line(
                        "Ada Byron completed \"Lead journey\": escalateToMars",
                        "task-completed",
                        "outcome",
                        "escalateToMars"),
                line("Consent or objection recorded: e-mail, call", "consent", "channel", List.of("MAIL", "CALL")));
    }

    private static Arguments line(String sentence, String kind, Object... details) {
        return Arguments.of(sentence, kind, details(details));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lines")
    void a_line_says_who_did_what(String sentence, String kind, Map<String, Object> details) {
        assertThat(text(kind, details)).isEqualTo(sentence);
    }

    @Test
    void a_decision_names_its_table_its_row_and_what_came_out_in_order() {
        assertThat(text(
                        "decision",
                        details(
                                "table",
                                "lead-matrix",
                                "rows",
                                List.of(4),
                                "outputs",
                                Map.of("route", "handOff", "a", 1))))
                .isEqualTo("Decided by Lead matrix, row 4: a 1, route hand off");
        assertThat(text("decision", details("table", "lead-fit", "rows", List.of(), "outputs", Map.of())))
                .isEqualTo("Decided by Fit, row : nothing");
    }

    @Test
    void a_mail_is_told_with_the_version_of_the_text_that_its_lead_got() {
        // given
        Map<String, Object> second = mailed("sent", "textPath", "texts/awareness/1_en.md", "textVersion", 2);
        Map<String, Object> shipped = mailed("sent", "textPath", "texts/awareness/1_en.md", "textVersion", 0);
        Map<String, Object> refused = mailed("notSent", "reason", "refused");
        // then
        assertThat(text("mail-event", second))
                .isEqualTo("The mail awareness-1 left in English: version 2 of texts/awareness/1_en.md");
        assertThat(text("mail-event", second, Locale.GERMAN))
                .isEqualTo("Die Mail awareness-1 ging auf Englisch hinaus: Version 2 von texts/awareness/1_en.md");
        assertThat(text("mail-event", shipped))
                .isEqualTo("The mail awareness-1 left in English, as it came with the product"
                        + " (texts/awareness/1_en.md)");
        assertThat(text("mail-event", refused))
                .isEqualTo("The mail awareness-1 did not leave: the mail server refused it");
    }

    private static Map<String, Object> mailed(String event, Object... more) {
        Map<String, Object> details = new HashMap<>(details(more));
        details.putAll(details("event", event, "template", "awareness-1", "textLanguage", "en"));
        return details;
    }

    @ParameterizedTest(name = "{0} {1}: {3}")
    @CsvSource({
        "route, disqualify, route disqualify, Weg ausscheiden",
        "priority, high, priority high, Priorität hoch",
        "track, evaluation, track evaluation, Pflegeplan Bewertung",
        "track, ourOwn, track ourOwn, Pflegeplan ourOwn",
        "cooling, P1D, cooling time 1 day, Abkühlzeit 1 Tag",
        "touchWait, P14D, wait 14 days, Wartezeit 14 Tage",
        "touchWait, PT4H, wait PT4H, Wartezeit PT4H",
        "fit, A, fit A, Passung A"
    })
    void what_a_table_decided_is_said_in_words(String output, String value, String english, String german) {
        Map<String, Object> details =
                details("table", "ourTable", "rows", List.of(1), "outputs", Map.of(output, value));
        assertThat(text("decision", details)).isEqualTo("Decided by ourTable, row 1: " + english);
        assertThat(text("decision", details, Locale.GERMAN)).endsWith(german);
    }

    @Test
    void yes_and_no_of_a_table_are_words() {
        assertThat(text(
                        "decision",
                        details("table", "recycling", "rows", List.of(2), "outputs", Map.of("recycle", true))))
                .isEqualTo("Decided by Recycling, row 2: another lap yes");
    }

    @Test
    void an_instant_is_told_in_the_products_time_zone_and_the_readers_language() {
        // given
        Map<String, Object> opened =
                details("clause", "noClauseOfOurs", "due", monday("16:45").toString());

        // then
        assertThat(text("promise-opened", opened))
                .startsWith("Promised \"noClauseOfOurs\", due ")
                .contains("4:45");
        assertThat(text("promise-opened", opened, Locale.GERMAN))
                .contains("02.03.2026")
                .contains("16:45");
    }

    @Test
    void a_clause_and_why_it_was_broken_are_called_as_the_charter_calls_them() {
        // given
        when(charter.clause("answerHandOff", Locale.ENGLISH)).thenReturn("Answer a hand-off");
        when(charter.option("breachReasons", "ill", Locale.ENGLISH)).thenReturn("the rep was ill");

        // then
        assertThat(text("promise-reason", details("clause", "answerHandOff", "reason", "ill")))
                .isEqualTo("Ada Byron said why the promise \"Answer a hand-off\" was broken: the rep was ill");
    }

    @Test
    void what_is_no_instant_stays_as_it_is() {
        assertThat(text("promise-opened", details("clause", "c", "due", "soon")))
                .isEqualTo("Promised \"c\", due soon");
    }

    @Test
    void a_choice_says_why_this_rep_and_what_spoke_against_the_others() {
        // when
        String said = text(
                "choice",
                details(
                        "rep",
                        "ada",
                        "reason",
                        "leastLoaded",
                        "able",
                        2,
                        "considered",
                        4,
                        "openLeads",
                        3,
                        "capacity",
                        10,
                        "skills",
                        List.of("dach", "enterprise"),
                        "reps",
                        List.of(
                                List.of("ada", 3, 10),
                                List.of("ben", 4, 10),
                                List.of("mike", 5, 5, "full"),
                                List.of("zoe", 0, 5, "absent"))));

        // then
        assertThat(said)
                .isEqualTo("Handed to Ada Byron: the least loaded of 2 who are able, with 3 of 10 open leads;"
                        + " needs dach, enterprise; able too: Ben Rep (4 of 10);"
                        + " not able: Mike Manager (full, 5 of 5), zoe (absent)");
    }

    @Test
    void a_rep_with_a_limit_for_the_period_is_told_with_it() {
        assertThat(text(
                        "choice",
                        details(
                                "rep", "ada",
                                "reason", "onlyOneAble",
                                "considered", 3,
                                "openLeads", 1,
                                "capacity", 5,
                                "perPeriod", 4,
                                "inPeriod", 2,
                                "period", "week")))
                .isEqualTo("Handed to Ada Byron: the only one able of 3, with 1 of 5 open leads; 2 of 4 this week");
    }

    @Test
    void who_stands_in_for_whom_is_called_by_name() {
        assertThat(text("choice", details("rep", "ada", "reason", "deputy", "named", "ben")))
                .isEqualTo("Handed to Ada Byron: deputy of Ben Rep, who was named and is absent");
        assertThat(text("choice", details("rep", "ada", "reason", "absence", "from", "ben")))
                .isEqualTo("Handed to Ada Byron: takes over from Ben Rep, who is absent");
    }

    @Test
    void waiting_says_what_it_waits_for() {
        assertThat(text("waiting", details("reason", "allFull"))).isEqualTo("Waits for a rep: all reps are full");
    }

    private static Set<Kind> kindsOfLeads() {
        return Kind.ofLeads();
    }

    /** Every kind that a lead's log knows has a sentence and a name for searches in both languages, with nothing left open. */
    @ParameterizedTest
    @MethodSource("kindsOfLeads")
    void every_kind_can_be_said(Kind kind) {
        // given
        Map<String, Object> details = details("outcome", "accept", "table", "t", "rows", 1, "reason", "allFull");

        // then
        for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            assertThat(text(kind.code(), details, locale)).isNotBlank().doesNotContain("{", "}", "''");
            assertThat(sentences.kind(locale, kind))
                    .as("what a search calls it")
                    .isNotBlank();
        }
        assertThat(text(kind.code(), details, Locale.GERMAN)).isNotEqualTo(text(kind.code(), details, Locale.ENGLISH));
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void the_code_of_a_kind_is_read_as_it_is_written(Kind kind) {
        assertThat(Kind.ofCode(kind.code())).isEqualTo(kind);
    }

    private String text(String kind, Map<String, Object> details) {
        return text(kind, details, Locale.ENGLISH);
    }

    private String text(String kind, Map<String, Object> details, Locale locale) {
        return sentences.of(kind, "ada", "Lead journey", details, login -> NAMES.getOrDefault(login, login), locale);
    }

    private static Map<String, Object> details(Object... namesAndValues) {
        Map<String, Object> details = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            details.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return details;
    }
}
