package org.leadrelay.charter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.leadrelay.charter.CharterInWords.IN_BOTH;
import static org.leadrelay.charter.CharterInWords.aCharter;
import static org.leadrelay.charter.CharterInWords.clause;
import static org.leadrelay.charter.CharterInWords.figure;
import static org.leadrelay.charter.CharterInWords.option;
import static org.leadrelay.charter.CharterInWords.question;
import static org.leadrelay.charter.CharterInWords.rung;
import static org.leadrelay.charter.CharterInWords.table;
import static org.leadrelay.charter.CharterInWords.withFigure;
import static org.mockito.Mockito.mock;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.leadrelay.access.People;
import org.leadrelay.access.Roles;
import org.leadrelay.calendar.CalendarAdministration;
import org.leadrelay.charter.Change.Kind;
import org.leadrelay.charter.Rung.Moment;
import org.leadrelay.workingtime.WorkAmount;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.i18n.LocaleContextHolder;

/** What two versions of a charter say differently, thing by thing. */
class DifferenceTest {

    private final Difference difference = new Difference(new CharterWords(
            mock(Charter.class),
            mock(Roles.class),
            mock(People.class),
            mock(CalendarAdministration.class),
            new DefaultListableBeanFactory().getBeanProvider(ModelElements.class)));

    @BeforeEach
    void english() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
    }

    @AfterEach
    void anyLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void the_same_text_differs_in_nothing() {
        assertThat(difference.between(aCharter(), aCharter())).isEmpty();
    }

    static Stream<Arguments> changes() {
        WorkAmount day = WorkAmount.parse("P1D");
        return Stream.of(
                change("definition", "name", Kind.CHANGED, text().name("Summer")),
                change("definition", "qualifies", Kind.CHANGED, text().qualifies("sales-rep")),
                change(
                        "tables",
                        "lead-fit",
                        Kind.CHANGED,
                        text().tables(List.of(
                                table("lead-fit", 2), table("lead-maturity", 1), table("lead-matrix", 1)))),
                change(
                        "questions",
                        "need",
                        Kind.ADDED,
                        text().questions(List.of(
                                question("budget", "Is there a budget?", "Gibt es ein Budget?"),
                                question("need", "Is there a need?", "Gibt es Bedarf?")))),
                change("questions", "budget", Kind.REMOVED, text().questions(List.of())),
                change("clauses", "placeLead", Kind.ADDED, text().clause(clause("placeLead", "P1D", "P1D", "P1D"))),
                change("clauses", "makeContact", Kind.REMOVED, text().withoutClause("makeContact")),
                change(
                        "clauses",
                        "makeContact.low",
                        Kind.CHANGED,
                        text().clause(clause("makeContact", "P1D", "P1D", "P3D"))),
                change(
                        "clauses",
                        "makeContact.reminder",
                        Kind.CHANGED,
                        text().clause(new Clause(
                                "makeContact",
                                clause("makeContact", "P1D", "P1D", "P2D").words(),
                                "sales-rep",
                                "Activity_makeContact",
                                day,
                                day,
                                WorkAmount.parse("P2D"),
                                null))),
                change(
                        "clauses",
                        "makeContact.words",
                        Kind.CHANGED,
                        text().clause(new Clause(
                                "makeContact",
                                IN_BOTH,
                                "sales-rep",
                                "Activity_makeContact",
                                day,
                                day,
                                WorkAmount.parse("P2D"),
                                0.75))),
                change("lists", "rejectionReasons", Kind.CHANGED, text().listLabel("rejectionReasons", IN_BOTH)),
                change(
                        "ladder",
                        "any",
                        Kind.CHANGED,
                        text().ladder("any", List.of(rung("any", Moment.OVERDUE, "PT0S", Rung.OWNER)))),
                change(
                        "ladder",
                        "makeContact",
                        Kind.ADDED,
                        text().ladder("makeContact", List.of(rung("makeContact", Moment.REMIND, "PT0S", Rung.OWNER)))),
                change(
                        "lists",
                        "breachReasons.ill",
                        Kind.ADDED,
                        text().list("breachReasons", List.of(option("noCapacity"), option("ill")))),
                change(
                        "lists",
                        "rejectionReasons.spam",
                        Kind.CHANGED,
                        text().list(
                                        "rejectionReasons",
                                        List.of(option("noNeed", "recycle"), option("spam", "dispute")))),
                change(
                        "order",
                        "lists.rejectionReasons",
                        Kind.CHANGED,
                        text().list("rejectionReasons", List.of(option("spam", "junk"), option("noNeed", "recycle")))),
                change("limits", "tries", Kind.CHANGED, text().limits(new Limits(10, 4, 3, 5, day, 2))),
                change(
                        "limits",
                        "attemptSpacing",
                        Kind.CHANGED,
                        text().limits(new Limits(10, 3, 3, 5, WorkAmount.parse("P2D"), 2))),
                change("limits", "calendar", Kind.CHANGED, text().calendar("berlin")));
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("changes")
    void each_thing_that_is_said_differently_is_one_change(
            String section, String subject, Kind kind, CharterContent after) {
        assertThat(difference.between(aCharter(), after))
                .extracting(Change::section, Change::subject, Change::kind)
                .containsExactly(tuple(section, subject, kind));
    }

    @Test
    void it_says_what_stood_there_and_what_stands_there_now() {
        // when
        Change change = difference
                .between(
                        aCharter(),
                        text().clause(clause("makeContact", "P1D", "P1D", "P3D"))
                                .text())
                .get(0);

        // then
        assertThat(change.before()).contains("2");
        assertThat(change.after()).contains("3");
        assertThat(change.words())
                .isEqualTo(
                        "promise makeContact, low priority: %s becomes %s".formatted(change.before(), change.after()));
    }

    @Test
    void a_figure_is_said_whole_with_its_currency_and_its_owner() {
        // when
        Change change = difference
                .between(aCharter(), withFigure(figure(Metric.AVERAGE_DEAL, "6500")))
                .get(0);

        // then
        assertThat(change.subject()).isEqualTo("averageDeal");
        assertThat(change.before()).contains("5,000 EUR").contains("30 Jun 2026");
        assertThat(change.after()).contains("6,500 EUR");
    }

    @Test
    void what_is_gone_has_no_after_and_what_is_new_no_before() {
        // given
        CharterContent without = text().withoutClause("makeContact").text();

        // then
        assertThat(difference.between(aCharter(), without).get(0).after()).isNull();
        assertThat(difference.between(without, aCharter()).get(0).before()).isNull();
        assertThat(difference.between(without, aCharter()).get(0).kind()).isEqualTo(Kind.ADDED);
    }

    private static CharterContentEdit text() {
        return aCharter().rewriting();
    }

    private static Arguments change(String section, String subject, Kind kind, CharterContentEdit after) {
        return Arguments.of(section, subject, kind, after.text());
    }
}
