package org.leadrelay.charter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leadrelay.charter.CharterInWords.IN_BOTH;
import static org.leadrelay.charter.CharterInWords.aCharter;
import static org.leadrelay.charter.CharterInWords.clause;
import static org.leadrelay.charter.CharterInWords.figure;
import static org.leadrelay.charter.CharterInWords.option;
import static org.leadrelay.charter.CharterInWords.rung;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leadrelay.charter.Rung.Moment;
import org.leadrelay.platform.Words;
import org.leadrelay.workingtime.WorkAmount;

/** The text of a charter: its normal form, how it is written anew, and what follows from it. */
class CharterContentTest {

    @Test
    void the_same_charter_is_equal_in_whatever_order_and_spelling_it_was_written() {
        // given
        CharterContent said = aCharter();

        // when
        CharterContent other = said.rewriting()
                .name("  Spring ")
                .clauses(List.of(
                        clause("makeContact", "P1D", "P1D", "P2D"), clause("answerHandOff", "PT120M", "PT4H", "P1D")))
                .figures(
                        "EUR",
                        List.of(
                                figure(Metric.COMPLETENESS, "0.90"),
                                figure(Metric.VOLUME_GOAL, "200.0"),
                                figure(Metric.CLOSE_RATE, "0.20"),
                                figure(Metric.REVENUE_TARGET, "1E+5"),
                                figure(Metric.ACCEPTANCE_RATE, "0.5"),
                                figure(Metric.AVERAGE_DEAL, "5000")))
                .text();

        // then
        assertThat(other).isEqualTo(said);
        assertThat(other.value(Metric.REVENUE_TARGET).toPlainString()).isEqualTo("100000");
    }

    @Test
    void the_order_of_questions_and_options_is_part_of_what_was_agreed() {
        // given
        CharterContent said = aCharter()
                .rewriting()
                .list("more", List.of(option("a"), option("b")))
                .text();

        // then
        assertThat(said.rewriting()
                        .list("more", List.of(option("b"), option("a")))
                        .text())
                .isNotEqualTo(said);
    }

    @Test
    void what_is_not_written_anew_stays() {
        // given
        CharterContent said = aCharter();

        // when
        CharterContent written = said.rewriting()
                .clause(clause("answerHandOff", "PT1H", "PT1H", "PT1H"))
                .withoutList("breachReasons")
                .calendar("berlin")
                .text();

        // then
        assertThat(written.clause("answerHandOff").orElseThrow().normal()).isEqualTo(WorkAmount.parse("PT1H"));
        assertThat(written.clause("makeContact")).isEqualTo(said.clause("makeContact"));
        assertThat(written.lists()).containsOnlyKeys("rejectionReasons");
        assertThat(written.listLabels()).containsOnlyKeys("rejectionReasons");
        assertThat(written.calendar()).isEqualTo("berlin");
        assertThat(written)
                .usingRecursiveComparison()
                .ignoringFields("clauses", "lists", "listLabels", "calendar")
                .isEqualTo(said);
        assertThat(said.rewriting().text()).isEqualTo(said);
    }

    @Test
    void a_clause_goes_with_its_ladder() {
        // given
        CharterContent said = aCharter()
                .rewriting()
                .ladder("makeContact", List.of(rung("makeContact", Moment.REMIND, "PT0S", Rung.OWNER)))
                .text();

        // when
        CharterContent without = said.rewriting().withoutClause("makeContact").text();

        // then
        assertThat(without.clauses()).extracting(Clause::name).containsExactly("answerHandOff");
        assertThat(without.ladder()).extracting(Rung::clause).containsExactly("any");
    }

    @ParameterizedTest(name = "{0} of {1} each, {2} of {3}: {4} leads")
    @CsvSource({
        "100000, 5000, 0.2, 0.5, 200",
        "100001, 5000, 0.2, 0.5, 201", // a lead is whole
        "100000, 5000, 1,   1,   20",
        "0,      5000, 0.2, 0.5, 0"
    })
    void marketing_promises_the_volume_that_the_target_asks_for(
            String target, String deal, String close, String acceptance, String volume) {
        // given
        List<Figure> figures = List.of(
                figure(Metric.REVENUE_TARGET, target),
                figure(Metric.AVERAGE_DEAL, deal),
                figure(Metric.CLOSE_RATE, close),
                figure(Metric.ACCEPTANCE_RATE, acceptance));

        // then
        assertThat(aCharter().rewriting().figures("EUR", figures).text().derivedVolume())
                .map(Object::toString)
                .contains(volume);
    }

    @Test
    void no_volume_follows_from_figures_that_are_missing_or_nothing() {
        assertThat(aCharter().rewriting().figures("EUR", List.of()).text().derivedVolume())
                .isEmpty();
    }

    @Test
    void a_clause_without_a_ladder_of_its_own_uses_the_one_of_any() {
        // given
        Rung own = rung("makeContact", Moment.AFTER, "P1D", "sales-manager");
        CharterTerms terms =
                terms(aCharter().rewriting().ladder("makeContact", List.of(own)).text());

        // then
        assertThat(terms.ladder("makeContact")).containsExactly(own);
        assertThat(terms.ladder("answerHandOff")).containsExactly(rung("any", Moment.OVERDUE, "PT0S", Rung.HEADS));
        assertThat(terms(aCharter().rewriting().ladder("any", List.of()).text()).ladder("answerHandOff"))
                .isEmpty();
    }

    @Test
    void a_reason_to_reject_has_its_next_step_and_every_option_its_words() {
        // given
        CharterTerms terms = terms(aCharter());

        // then
        assertThat(terms.nextStep("rejectionReasons", "spam")).contains("junk");
        assertThat(terms.nextStep("rejectionReasons", "unheardOf")).isEmpty();
        assertThat(terms.nextStep("breachReasons", "noCapacity")).isEmpty();
        assertThat(terms.options("rejectionReasons", Locale.GERMANY))
                .containsExactly(new Option("noNeed", "auf Deutsch"), new Option("spam", "auf Deutsch"));
        assertThat(terms.options("rejectionReasons", Locale.FRENCH))
                .first()
                .isEqualTo(new Option("noNeed", "in English"));
        assertThat(terms.options("unheardOf", Locale.ENGLISH)).isEmpty();
    }

    @ParameterizedTest(name = "{0} of {1} s: after {2} s")
    @CsvSource({"0.75, 28800, 21600", "0.5, 5, 3", "0.001, 100, 0"})
    void a_reminder_comes_after_its_share_to_the_second(double share, long work, long seconds) {
        // given
        WorkAmount day = WorkAmount.parse("P1D");
        Clause clause = new Clause("c", IN_BOTH, "marketing", "Activity_C", day, day, day, share);

        // then
        assertThat(clause.untilReminder(Duration.ofSeconds(work))).isEqualTo(Duration.ofSeconds(seconds));
        assertThat(new Clause("c", IN_BOTH, "marketing", "Activity_C", day, day, day, null)
                        .untilReminder(Duration.ofHours(8)))
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({"PT4H", "P1D", "P2DT1H30M", "PT0S"})
    void working_time_is_stored_as_it_is_written(String work) {
        // given
        AmountInWords stored = new AmountInWords();

        // then
        assertThat(stored.convertToDatabaseColumn(WorkAmount.parse(work))).isEqualTo(work);
        assertThat(stored.convertToEntityAttribute(work)).isEqualTo(WorkAmount.parse(work));
    }

    @Test
    void no_working_time_is_stored_as_none() {
        assertThat(new AmountInWords().convertToDatabaseColumn(null)).isNull();
        assertThat(new AmountInWords().convertToEntityAttribute(null)).isNull();
    }

    @Test
    void what_a_form_left_out_is_empty_and_not_unknown() {
        // when
        CharterContent empty =
                new CharterContent(null, null, null, null, null, null, null, null, null, null, null, null, null);

        // then
        assertThat(empty.name()).isEmpty();
        assertThat(empty.clauses()).isEmpty();
        assertThat(empty.lists()).isEqualTo(Map.of());
        assertThat(empty.listLabel("rejectionReasons")).isEqualTo(Words.NONE);
        assertThat(empty.limits()).isEqualTo(Limits.NONE);
    }

    private static CharterTerms terms(CharterContent provisions) {
        return CharterTerms.of(1, Instant.EPOCH, false, provisions);
    }
}
