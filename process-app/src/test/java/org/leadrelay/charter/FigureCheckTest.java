package org.leadrelay.charter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.leadrelay.charter.CharterInWords.aCharter;
import static org.leadrelay.charter.CharterInWords.figure;
import static org.leadrelay.charter.CharterInWords.withFigure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.leadrelay.platform.Invalid;
import org.springframework.context.i18n.LocaleContextHolder;

/** The figures of a draft, and who answers for them. */
class FigureCheckTest {

    private final FigureCheck check = new FigureCheck(List.of("mara"));

    @BeforeEach
    void english() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
    }

    @AfterEach
    void anyLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void nothing_is_wrong_with_figures_as_they_should_be() {
        assertThat(wrong(aCharter())).isEmpty();
    }

    @ParameterizedTest(name = "{0} of {1}: {2}")
    @CsvSource({
        "CLOSE_RATE,     0,             false",
        "CLOSE_RATE,     -0.1,          false",
        "CLOSE_RATE,     0.0001,        true",
        "CLOSE_RATE,     1,             true",
        "CLOSE_RATE,     1.01,          false",
        "AVERAGE_DEAL,   0,             false",
        "AVERAGE_DEAL,   0.01,          true",
        "AVERAGE_DEAL,   1000000000000, true",
        "AVERAGE_DEAL,   1000000000001, false",
        "VOLUME_GOAL,    200,           true",
        "VOLUME_GOAL,    200.00,        true",
        "VOLUME_GOAL,    200.5,         false",
        "MATURE_FROM,    1,             true",
        "MATURE_FROM,    4,             true",
        "MATURE_FROM,    0,             false",
        "MATURE_FROM,    5,             false",
        "MATURE_FROM,    2.5,           false"
    })
    void a_rate_is_a_share_an_amount_is_more_than_nothing_and_leads_are_whole(
            Metric metric, String value, boolean right) {
        assertThat(wrong(withFigure(figure(metric, value))))
                .isEqualTo(right ? List.of() : List.of("figures." + metric.code() + ".value"));
    }

    @ParameterizedTest
    @EnumSource(value = Metric.class, mode = EnumSource.Mode.EXCLUDE, names = "MATURE_FROM")
    void each_metric_has_one_figure(Metric metric) {
        // given
        CharterContent said = aCharter();
        List<Figure> without =
                said.figures().stream().filter(each -> each.metric() != metric).toList();
        ArrayList<Figure> twice = new ArrayList<>(said.figures());
        twice.add(said.figure(metric).orElseThrow());

        // then
        assertThat(wrong(said.rewriting().figures("EUR", without).text())).containsExactly("figures." + metric.code());
        assertThat(wrong(said.rewriting().figures("EUR", twice).text())).containsExactly("figures." + metric.code());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"head-of-sales, true", "head-of-marketing, true", "mara, true", "nobody, false", "'', false"})
    void a_head_or_an_active_person_answers_for_it(String owner, boolean right) {
        // given
        CharterContent draft = withFigure(new Figure(Metric.VOLUME_GOAL, BigDecimal.TEN, owner, CharterInWords.REVIEW));

        // then
        assertThat(wrong(draft)).isEqualTo(right ? List.of() : List.of("figures.volumeGoal.owner"));
    }

    @Test
    void it_is_looked_at_again_some_day() {
        assertThat(wrong(withFigure(new Figure(Metric.VOLUME_GOAL, BigDecimal.TEN, "mara", null))))
                .containsExactly("figures.volumeGoal.review");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"EUR, true", "CHF, true", "eur, false", "EURO, false", "'', false"})
    void the_currency_is_one_that_there_is(String currency, boolean right) {
        // given
        CharterContent said = aCharter();

        // then
        assertThat(wrong(said.rewriting().figures(currency, said.figures()).text()))
                .isEqualTo(right ? List.of() : List.of("currency"));
    }

    @Test
    void a_figure_of_no_metric_is_named_too() {
        // given
        ArrayList<Figure> figures = new ArrayList<>(aCharter().figures());
        figures.add(new Figure(null, BigDecimal.ONE, "mara", CharterInWords.REVIEW));

        // then
        assertThat(wrong(aCharter().rewriting().figures("EUR", figures).text())).containsExactly("figures.metric");
    }

    private List<String> wrong(CharterContent draft) {
        DraftViolations violations = new DraftViolations();
        check.check(draft, violations);
        Invalid refusal = catchThrowableOfType(Invalid.class, violations::refuseIfAny);
        return refusal == null
                ? List.of()
                : refusal.violations().stream().map(Invalid.Violation::field).toList();
    }
}
