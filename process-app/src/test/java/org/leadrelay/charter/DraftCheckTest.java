package org.leadrelay.charter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.leadrelay.charter.CharterInWords.IN_BOTH;
import static org.leadrelay.charter.CharterInWords.aCharter;
import static org.leadrelay.charter.CharterInWords.clause;
import static org.leadrelay.charter.CharterInWords.option;
import static org.leadrelay.charter.CharterInWords.question;
import static org.leadrelay.charter.CharterInWords.rung;
import static org.leadrelay.charter.CharterInWords.table;
import static org.leadrelay.charter.CharterInWords.withClauses;
import static org.leadrelay.testing.OfficeHours.nineToFive;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.leadrelay.access.People;
import org.leadrelay.access.RoleSide;
import org.leadrelay.access.Roles;
import org.leadrelay.calendar.BusinessCalendars;
import org.leadrelay.charter.Rung.Moment;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.Words;
import org.leadrelay.workingtime.WorkAmount;
import org.springframework.context.i18n.LocaleContextHolder;

/** What a draft has to be before it is stored, field by field. */
class DraftCheckTest {

    private static final WorkAmount DAY = WorkAmount.parse("P1D");

    private static final int NEXT = 2;

    private final Roles roles = mock(Roles.class);
    private final BusinessCalendars calendars = mock(BusinessCalendars.class);
    private final ModelConsistency soundness = mock(ModelConsistency.class);
    private final DraftCheck check =
            new DraftCheck(roles, mock(People.class), calendars, soundness, mock(PairedRelease.class));

    @BeforeEach
    void aWorldOfItsOwn() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        when(roles.all())
                .thenReturn(Stream.of("marketing", "sales-rep")
                        .map(each -> new Roles.Role(each, each, each, "", RoleSide.NEITHER))
                        .toList());
        when(calendars.newest("default")).thenReturn(Optional.of(nineToFive()));
        when(soundness.readers(NEXT)).thenReturn(Map.of("answerHandOff", Set.of("Activity_answerHandOff")));
        when(soundness.listsOnForms(NEXT)).thenReturn(Set.of("rejectionReasons"));
    }

    @AfterEach
    void anyLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void a_charter_as_it_should_be_is_taken() {
        assertThat(wrong(aCharter())).isEmpty();
    }

    static Stream<Arguments> drafts() {
        return Stream.of(
                // head
                of("name", text().name(" ")),
                of("name", text().name("x".repeat(81))),
                of("name", text().name("a\tb")),
                of("idealProfile", text().idealProfile("x".repeat(4001))),
                of("qualifies", text().qualifies("astronaut")),
                of("calendar", text().calendar("moon")),
                of("tables.lead-matrix", text().tables(List.of(table("lead-fit", 1), table("lead-maturity", 1)))),
                of("tables.lead-fit", text().tables(tables(0))),
                of("questions", text().questions(List.of(asked("budget"), asked("budget")))),
                of("questions.Budget.field", text().questions(List.of(asked("Budget")))),
                of("questions.budget.german", text().questions(List.of(question("budget", "Is there?", " ")))),
                // clauses
                of(
                        "clauses",
                        text().clauses(List.of(
                                clause("answerHandOff", "P1D", "P1D", "P1D"),
                                clause("answerHandOff", "P2D", "P1D", "P1D"),
                                clause("makeContact", "P1D", "P1D", "P1D")))),
                of("clauses.answerHandOff", text().clauses(List.of(clause("makeContact", "P1D", "P1D", "P1D")))),
                of(
                        "clauses.answer hand-off.name",
                        text().clause(clause("answer hand-off", "P1D", "P1D", "P1D")),
                        "clauses.answer hand-off.element"),
                of("clauses.c.high", text().clause(clause("c", "PT0S", "P1D", "P1D"))),
                of("clauses.c.normal", text().clause(clause("c", "P1D", "PT0.5S", "P1D"))),
                of("clauses.c.low", text().clause(clause("c", "P1D", "P1D", "P1251D"))),
                of("clauses.c.low", text().clause(clause("c", "P1D", "P1D", "PT10000H1S"))),
                of(
                        "clauses.c.who",
                        text().clause(new Clause("c", IN_BOTH, "astronaut", "Activity_C", DAY, DAY, DAY, 0.5))),
                of(
                        "clauses.c.reminderShare",
                        text().clause(new Clause("c", IN_BOTH, "marketing", "Activity_C", DAY, DAY, DAY, 0.0))),
                of(
                        "clauses.c.reminderShare",
                        text().clause(new Clause("c", IN_BOTH, "marketing", "Activity_C", DAY, DAY, DAY, 1.0))),
                of(
                        "clauses.c.german",
                        text().clause(new Clause("c", new Words("c", ""), "marketing", "A", DAY, DAY, DAY, 0.5))),
                of(
                        "clauses.c.english",
                        text().clause(new Clause("c", new Words("a\nb", "c"), "marketing", "A", DAY, DAY, DAY, 0.5))),
                of(
                        "clauses.c.english",
                        text().clause(new Clause(
                                "c", new Words("x".repeat(81), "c"), "marketing", "A", DAY, DAY, DAY, 0.5))),
                // ladder
                of(
                        "ladder.c.overdue.PT0S.heads",
                        text().ladder("c", List.of(rung("c", Moment.OVERDUE, "PT0S", "heads")))),
                of(
                        "ladder.any.overdue.PT0S.astronaut",
                        text().ladder("any", List.of(rung("any", Moment.OVERDUE, "PT0S", "astronaut")))),
                of(
                        "ladder.any.overdue.PT1H.heads",
                        text().ladder("any", List.of(rung("any", Moment.OVERDUE, "PT1H", "heads")))),
                of(
                        "ladder.any.after.PT0S.heads",
                        text().ladder("any", List.of(rung("any", Moment.AFTER, "PT0S", "heads")))),
                of("ladder", text().ladder("any", Collections.nCopies(2, rung("any", Moment.REMIND, "PT0S", "owner")))),
                // lists
                of("lists.rejectionReasons", text().withoutList("rejectionReasons")),
                of("lists.breachReasons", text().withoutList("breachReasons")),
                of("lists.my list", listed("my list", List.of(option("a")))),
                of("lists.more", listed("more", List.of(option("a"), option("a")))),
                of("lists.more.A.value", listed("more", List.of(option("A")))),
                of(
                        "lists.more.a.english",
                        listed("more", List.of(new AgreedOption("a", new Words("", "deutsch"), null)))),
                of("lists.more.a.nextStep", listed("more", List.of(option("a", "recycle")))),
                of("lists.rejectionReasons.a.nextStep", text().list("rejectionReasons", List.of(option("a")))),
                of("lists.rejectionReasons.a.nextStep", text().list("rejectionReasons", List.of(option("a", "fly")))),
                of(
                        "listLabels.more.english",
                        listed("more", List.of(option("a"))).listLabel("more", new Words("", "mehr"))),
                of(
                        "listLabels.more.german",
                        listed("more", List.of(option("a"))).listLabel("more", new Words("a", "b\nc"))),
                of("listLabels.gone", text().listLabel("gone", IN_BOTH)),
                // limits
                of("limits.capacity", text().limits(new Limits(-1, 3, 3, 5, DAY, 2))),
                of("limits.tries", text().limits(new Limits(10, 0, 3, 5, DAY, 2))),
                of("limits.maximumLaps", text().limits(new Limits(10, 3, 101, 5, DAY, 2))),
                of("limits.attempts", text().limits(new Limits(10, 3, 3, 0, DAY, 2))),
                of("limits.attemptSpacing", text().limits(new Limits(10, 3, 3, 5, WorkAmount.NONE, 2))),
                of("limits.questions", text().limits(new Limits(10, 3, 3, 5, DAY, -1))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("drafts")
    void what_is_wrong_is_named_with_its_field_and_nothing_else_is(List<String> fields, CharterContent draft) {
        assertThat(wrong(draft)).containsExactlyInAnyOrderElementsOf(fields);
    }

    @Test
    void the_limits_reach_to_their_last_value() {
        assertThat(wrong(text().limits(new Limits(0, 1, 1, 1, DAY, 0)).text())).isEmpty();
        assertThat(wrong(text().limits(new Limits(100_000, 100, 100, 100, DAY, 100))
                        .text()))
                .isEmpty();
        assertThat(wrong(withClauses(
                        clause("answerHandOff", "PT1S", "P1250D", "PT10000H"),
                        new Clause("c", IN_BOTH, "marketing", "A.b-c_1", DAY, DAY, DAY, null))))
                .isEmpty();
    }

    @Test
    void a_list_has_a_hundred_lines_and_no_more() {
        // given
        List<AgreedOption> hundred =
                IntStream.range(0, 100).mapToObj(i -> option("o" + i)).toList();
        ArrayList<AgreedOption> more = new ArrayList<>(hundred);
        more.add(option("last"));

        // then
        assertThat(wrong(listed("long", hundred).text())).isEmpty();
        assertThat(wrong(listed("long", more).text())).containsExactly("lists.long");
    }

    @Test
    void all_that_is_wrong_is_said_at_once_with_its_remedy() {
        // when
        Invalid refusal = catchThrowableOfType(
                Invalid.class,
                () -> check.mustHold(NEXT, text().name("").calendar("moon").text()));

        // then
        assertThat(refusal.violations())
                .extracting(Invalid.Violation::field)
                .containsExactlyInAnyOrder("name", "calendar");
        assertThat(refusal.words()).contains("Fill it in.").contains("Choose one of the list.");
    }

    private static CharterContentEdit text() {
        return aCharter().rewriting();
    }

    private static CharterContentEdit listed(String list, List<AgreedOption> options) {
        return text().list(list, options).listLabel(list, IN_BOTH);
    }

    private static Arguments of(String field, CharterContentEdit draft, String... further) {
        List<String> fields = new ArrayList<>(List.of(field));
        fields.addAll(List.of(further));
        return Arguments.of(fields, draft.text());
    }

    private static AgreedQuestion asked(String field) {
        return question(field, "Is there?", "Gibt es?");
    }

    private static List<PinnedTable> tables(int versionOfFit) {
        return List.of(table("lead-fit", versionOfFit), table("lead-maturity", 1), table("lead-matrix", 1));
    }

    private List<String> wrong(CharterContent draft) {
        Invalid refusal = catchThrowableOfType(Invalid.class, () -> check.mustHold(NEXT, draft));
        return refusal == null
                ? List.of()
                : refusal.violations().stream().map(Invalid.Violation::field).toList();
    }
}
