package org.leadrelay.charter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leadrelay.charter.CharterInWords.IN_BOTH;
import static org.leadrelay.charter.CharterInWords.aCharter;
import static org.leadrelay.charter.CharterInWords.clause;
import static org.leadrelay.charter.CharterInWords.figure;
import static org.leadrelay.charter.CharterInWords.question;
import static org.leadrelay.charter.CharterInWords.withFigure;
import static org.leadrelay.testing.OfficeHours.nineToFive;
import static org.leadrelay.testing.Week.berlin;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leadrelay.charter.Finding.Kind;
import org.leadrelay.charter.ModelElements.Element;
import org.leadrelay.charter.ModelElements.Table;
import org.leadrelay.testing.SettableClock;
import org.leadrelay.workingtime.WorkAmount;
import org.springframework.context.i18n.LocaleContextHolder;

/** Where a charter and the deployed models do not meet. */
class ModelConsistencyTest {

    private static final int NEXT = 2;
    private static final WorkAmount DAY = WorkAmount.parse("P1D");

    private final List<Element> elements = new ArrayList<>();
    private final List<Element> older = new ArrayList<>();
    private final ModelElements models = mock(ModelElements.class);
    private final PairedRelease paired = mock(PairedRelease.class);
    private final Charter charter = mock(Charter.class);
    private final SettableClock clock = new SettableClock();
    private final ModelConsistency soundness = new ModelConsistency(models, paired, charter, clock);

    @BeforeEach
    void modelsThatMeetTheCharter() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        clock.set(berlin("2026-03-02T10:00"));
        when(charter.calendar()).thenReturn(nineToFive());
        when(models.all()).thenReturn(elements);
        when(models.inUse()).thenReturn(older);
        when(paired.elements(anyInt())).thenReturn(Optional.empty());
        when(models.table(anyString(), anyInt())).thenReturn(Optional.of(new Table(1, true)));
        elements.add(element("Activity_answerHandOff", "sales-rep", "answerHandOff"));
        elements.add(element("Activity_makeContact", "sales-rep", "makeContact"));
        elements.add(new Element(
                "Activity_Qualify",
                "Qualify",
                "lead-journey",
                "marketing",
                Set.of(),
                Set.of("rejectionReasons"),
                Set.of("budget")));
    }

    @AfterEach
    void anyLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void where_all_is_well_nothing_is_found() {
        assertThat(of(aCharter())).isEmpty();
    }

    @Test
    void a_clause_needs_its_step() {
        // given
        elements.removeIf(each -> each.id().equals("Activity_makeContact"));

        // then
        assertThat(only(aCharter()).kind()).isEqualTo(Kind.ELEMENT_MISSING);
        assertThat(only(aCharter()).subject()).isEqualTo("makeContact");
        assertThat(only(aCharter()).words()).contains("Activity_makeContact");
    }

    @ParameterizedTest(name = "counts {0} and belongs to {1}: {2}")
    @CsvSource({
        "makeContact,   sales-rep, ",
        "makeContact,   ,          ",
        "makeContact,   marketing, OTHER_ROLE",
        "answerHandOff, sales-rep, ELEMENT_UNTIMED"
    })
    void the_step_counts_the_clause_and_belongs_to_who_promises(String counted, String role, @Nullable Kind kind) {
        // given
        elements.removeIf(each -> each.id().equals("Activity_makeContact"));
        elements.add(element("Activity_makeContact", role, counted));

        // then
        assertThat(of(aCharter())).extracting(Finding::kind).isEqualTo(kind == null ? List.of() : List.of(kind));
    }

    @Test
    void a_promise_cannot_be_counted_without_its_step_and_can_in_all_other_cases() {
        assertThat(Kind.values()).filteredOn(Kind::breaks).containsOnly(Kind.ELEMENT_MISSING, Kind.ELEMENT_UNTIMED);
    }

    @Test
    void a_table_must_have_been_deployed_and_not_changed_since() {
        // given
        when(models.table("lead-fit", 1)).thenReturn(Optional.empty());
        when(models.table("lead-matrix", 1)).thenReturn(Optional.of(new Table(4, false)));

        // when
        List<Finding> found = of(aCharter());

        // then
        assertThat(found).extracting(Finding::kind).containsExactly(Kind.TABLE_MISSING, Kind.TABLE_DRIFTED);
        assertThat(found).extracting(Finding::subject).containsExactly("lead-fit", "lead-matrix");
        assertThat(found.get(1).words()).contains("version 4");
    }

    @Test
    void an_agreed_question_is_asked_on_some_form() {
        // given
        CharterContent draft = aCharter()
                .rewriting()
                .questions(List.of(question("colour", "Which?", "Welche?")))
                .text();

        // then
        assertThat(only(draft).kind()).isEqualTo(Kind.QUESTION_UNASKED);
        assertThat(only(draft).subject()).isEqualTo("colour");
    }

    @Test
    void a_figure_is_due_for_review_the_day_after_its_own() {
        // given: all are to be looked at on 30 June, in the charter's time zone
        clock.set(berlin("2026-06-30T23:59"));
        assertThat(of(aCharter())).isEmpty();

        // when
        clock.set(berlin("2026-07-01T00:00"));

        // then
        assertThat(of(aCharter())).hasSize(6).extracting(Finding::kind).containsOnly(Kind.REVIEW_DUE);
    }

    @Test
    void the_volume_is_what_the_other_figures_ask_for() {
        // given: 100,000 of 5,000 each at 20 % of 50 % are 200 leads
        CharterContent draft = withFigure(figure(Metric.VOLUME_GOAL, "150"));

        // then
        assertThat(only(draft).kind()).isEqualTo(Kind.VOLUME_APART);
        assertThat(only(draft).words()).contains("150").contains("200");
    }

    @Test
    void where_the_other_figures_ask_for_nothing_any_volume_will_do() {
        assertThat(of(withFigure(figure(Metric.CLOSE_RATE, "0")))).isEmpty();
    }

    @Test
    void it_is_known_which_steps_count_a_clause_and_which_lists_forms_offer() {
        // given
        elements.add(element("Activity_Again", "sales-rep", "makeContact"));

        // then
        assertThat(soundness.readers(NEXT))
                .containsEntry("makeContact", Set.of("Activity_makeContact", "Activity_Again"))
                .containsOnlyKeys("answerHandOff", "makeContact");
        assertThat(soundness.listsOnForms(NEXT)).containsExactly("rejectionReasons");
    }

    @Test
    void a_version_on_its_way_is_checked_against_the_release_that_takes_effect_with_it() {
        // given: it promises first contact elsewhere than the models in force
        List<Element> released = new ArrayList<>(elements);
        released.removeIf(each -> each.id().equals("Activity_answerHandOff"));
        released.add(element("Activity_Take", "sales-rep", "answerHandOff"));
        when(paired.elements(NEXT)).thenReturn(Optional.of(released));
        CharterContent draft = aCharter()
                .rewriting()
                .clauses(List.of(
                        new Clause("answerHandOff", IN_BOTH, "sales-rep", "Activity_Take", DAY, DAY, DAY, 0.5),
                        clause("makeContact", "P1D", "P1D", "P2D")))
                .text();

        // then
        assertThat(soundness.of(version(VersionStage.DRAFT, draft))).isEmpty();
        assertThat(soundness.of(version(VersionStage.SCHEDULED, draft))).isEmpty();
        assertThat(soundness.of(version(VersionStage.IN_FORCE, draft)))
                .as("what binds is held by the models in force")
                .extracting(Finding::kind)
                .containsExactly(Kind.ELEMENT_MISSING);
        assertThat(soundness.readers(NEXT)).containsEntry("answerHandOff", Set.of("Activity_Take"));
        assertThat(soundness.readers(NEXT + 1)).containsEntry("answerHandOff", Set.of("Activity_answerHandOff"));
    }

    @Test
    void a_clause_that_leads_on_older_models_still_promise_is_told_and_may_go() {
        // given
        older.addAll(elements);
        older.add(element("Activity_CallBack", "sales-rep", "callBack"));

        // then
        assertThat(only(aCharter()).kind()).isEqualTo(Kind.CLAUSE_STILL_READ);
        assertThat(only(aCharter()).subject()).isEqualTo("callBack");
        assertThat(only(aCharter()).words()).contains("Activity_CallBack");
        assertThat(soundness.readers(NEXT)).doesNotContainKey("callBack");
    }

    @Test
    void of_a_version_that_binds_already_leads_on_older_models_are_not_looked_up() {
        // when
        soundness.of(version(VersionStage.IN_FORCE, aCharter()));

        // then
        verify(models, never()).inUse();
    }

    @Test
    void a_list_stays_as_long_as_leads_on_older_models_choose_from_it() {
        // given
        older.add(new Element(
                "Activity_Old", "Old", "lead-journey", "marketing", Set.of(), Set.of("oldReasons"), Set.of()));

        // then
        assertThat(soundness.listsOnForms(NEXT)).containsExactlyInAnyOrder("rejectionReasons", "oldReasons");
    }

    @Test
    void a_clause_has_a_time_for_each_priority_and_normal_for_any_other() {
        // given
        Clause clause = clause("answerHandOff", "PT2H", "PT4H", "P1D");

        // then
        assertThat(clause.work("HIGH")).hasToString("PT2H");
        assertThat(clause.work("low")).hasToString("P1D");
        assertThat(clause.work("urgent")).hasToString("PT4H");
        assertThat(clause.work(null)).hasToString("PT4H");
    }

    private List<Finding> of(CharterContent draft) {
        return soundness.of(version(VersionStage.DRAFT, draft));
    }

    private static CharterVersion version(VersionStage stage, CharterContent content) {
        return new CharterVersion(
                NEXT, stage, 1, Instant.EPOCH, 1, null, null, false, null, "hash", List.of(), Set.of(), content);
    }

    private Finding only(CharterContent draft) {
        List<Finding> found = of(draft);
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static Element element(String id, @Nullable String role, String... clauses) {
        return new Element(id, id, "lead-journey", role, Set.of(clauses), Set.of(), Set.of());
    }
}
