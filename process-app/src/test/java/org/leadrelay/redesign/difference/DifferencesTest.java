package org.leadrelay.redesign.difference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.leadrelay.redesign.difference.ModelChange.Kind;
import org.leadrelay.redesign.gate.ModelFile;

class DifferencesTest {

    private static final String JOURNEY = "lead-journey.bpmn";
    private static final String FOLLOW_UP = "lead-follow-up.bpmn";

    private final Differences differences = new Differences(new ShippedClauses());

    @ParameterizedTest(name = "{5}")
    @MethodSource("changes")
    void a_change_of_a_model_is_sorted_and_said(
            String file,
            String before,
            String after,
            Category category,
            String property,
            String english,
            String german) {
        // given
        ShippedFiles then = ShippedFiles.all();

        // when
        List<ModelChange> found =
                differences.between(then.files(), then.with(file, before, after).files());

        // then
        assertThat(found).as(found.toString()).hasSize(1);
        ModelChange change = found.get(0);
        assertThat(change.sentence(Locale.UK)).isEqualTo(english);
        assertThat(change.sentence(Locale.GERMANY)).isEqualTo(german);
        assertThat(change.category()).isEqualTo(category);
        assertThat(change.property()).isEqualTo(property);
        assertThat(change.file()).isEqualTo(file);
    }

    @Test
    void a_clause_of_ones_own_is_called_as_the_step_that_the_charter_names() {
        // given
        ShippedFiles then = ShippedFiles.all();
        Differences own = new Differences(new ClauseTerms() {

            @Override
            public Optional<String> terms(String part, String clause, Locale locale) {
                return Optional.empty();
            }

            @Override
            public Optional<String> element(String clause) {
                return clause.equals("ringBack") ? Optional.of("Activity_MakeContact") : Optional.empty();
            }
        });
        String timer = "<bpmn:timeDate xsi:type=\"bpmn:tFormalExpression\">${remind.%s}</bpmn:timeDate>";

        // when
        List<ModelChange> found = own.between(
                then.files(),
                then.with(FOLLOW_UP, timer.formatted("makeContact"), timer.formatted("ringBack"))
                        .files());

        // then
        assertThat(found)
                .extracting(each -> each.sentence(Locale.UK))
                .containsExactly("Make contact: reminder now when the charter reminds instead of when the charter"
                        + " reminds of “make contact”");
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                change(
                        FOLLOW_UP,
                        "<bpmn:timeDate xsi:type=\"bpmn:tFormalExpression\">${remind.makeContact}</bpmn:timeDate>",
                        "<bpmn:timeDuration xsi:type=\"bpmn:tFormalExpression\">PT4H</bpmn:timeDuration>",
                        Category.DEADLINE,
                        "timerEventDefinition/timeDuration",
                        "Make contact: reminder now after 4 hours instead of when the charter reminds",
                        "Kontakt aufnehmen: Erinnerung jetzt nach 4 Stunden statt wenn die Charta erinnert"),
                change(
                        FOLLOW_UP,
                        "${due.decideOutcome}\">",
                        "${due.makeContact}\">",
                        Category.DEADLINE,
                        "camunda:dueDate",
                        "Decide outcome: deadline now when the time of the charter for “Make contact” is up instead of"
                                + " when the time of the charter is up",
                        "Ausgang entscheiden: Frist jetzt wenn die Zeit der Charta für „Kontakt aufnehmen“ um ist"
                                + " statt wenn die Zeit der Charta um ist"),
                change(
                        FOLLOW_UP,
                        ">${nextStepDate}<",
                        ">P1DT12H<",
                        Category.DEADLINE,
                        "timerEventDefinition/timeDate",
                        "Next step due: wait now after 1 day 12 hours instead of at “next step date”",
                        "Nächster Schritt fällig: Wartezeit jetzt nach 1 Tag 12 Stunden statt bei „next step date“"),
                change(
                        FOLLOW_UP,
                        " camunda:candidateGroups=\"sales-rep\" camunda:dueDate=\"${due.decideOutcome}\"",
                        " camunda:candidateGroups=\"sales-manager\" camunda:dueDate=\"${due.decideOutcome}\"",
                        Category.ROLE,
                        "camunda:candidateGroups",
                        "Decide outcome: now done by sales manager instead of sales rep",
                        "Ausgang entscheiden: jetzt zuständig Vertriebsleitung statt Vertrieb"),
                change(
                        FOLLOW_UP,
                        "label=\"How?\"",
                        "label=\"By which way?\"",
                        Category.FORM,
                        "camunda:formField[channel]/label",
                        "Make contact: “How?” is now asked as “By which way?”",
                        "Kontakt aufnehmen: „How?“ heißt jetzt „By which way?“"),
                change(
                        FOLLOW_UP,
                        "<camunda:constraint name=\"min\" config=\"0\" />",
                        "<camunda:constraint name=\"min\" config=\"100\" />",
                        Category.FORM,
                        "camunda:formField[dealValue]/camunda:constraint[min]/config",
                        "Decide outcome, “Value of the deal”: now at least 100 instead of at least 0",
                        "Ausgang entscheiden, „Wert des Abschlusses“: jetzt mindestens 100 statt mindestens 0"),
                change(
                        FOLLOW_UP,
                        "<camunda:value id=\"mail\" name=\"E-mail\" />",
                        "<camunda:value id=\"mail\" name=\"E-mail\" /><camunda:value id=\"chat\" name=\"Chat\" />",
                        Category.FORM,
                        "camunda:formField[channel]/camunda:value[chat]",
                        "Make contact, “How?”: new answer “Chat”",
                        "Kontakt aufnehmen, „Auf welche Weise?“: neue Antwort „Chat“"),
                change(
                        FOLLOW_UP,
                        "<camunda:value id=\"call\" name=\"Call\" />\n"
                                + "            <camunda:value id=\"mail\" name=\"E-mail\" />",
                        "<camunda:value id=\"mail\" name=\"E-mail\" />\n"
                                + "            <camunda:value id=\"call\" name=\"Call\" />",
                        Category.FORM,
                        "camunda:formField[channel]/camunda:value[mail]/order",
                        "Make contact, “How?”: answers in another order: mail, call, meeting",
                        "Kontakt aufnehmen, „Auf welche Weise?“: Antworten in anderer Reihenfolge: mail, call,"
                                + " meeting"),
                change(
                        FOLLOW_UP,
                        "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">${outcome == 'reached'}<",
                        "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">${outcome == 'reached' && attemptsLeft}<"
                                .replace("&&", "&amp;&amp;"),
                        Category.CONDITION,
                        "conditionExpression",
                        "yes (Reached? → Decide outcome): now when “Outcome” is “Reached” and “attempts left” is so"
                                + " instead of when “Outcome” is “Reached”",
                        "ja (Erreicht? → Ausgang entscheiden): jetzt, wenn „Ergebnis“ „Erreicht“ ist und „attempts"
                                + " left“ zutrifft, statt wenn „Ergebnis“ „Erreicht“ ist"),
                change(
                        JOURNEY,
                        "<camunda:out source=\"notReadyReason\" target=\"rejectionReason\" />",
                        "",
                        Category.MAPPING,
                        "camunda:out[rejectionReason]",
                        "Follow up: no longer takes back “not ready reason as rejection reason”",
                        "Nachfassen: nimmt „not ready reason als rejection reason“ nicht mehr zurück"),
                change(
                        JOURNEY,
                        "errorCode=\"repUnavailable\"",
                        "errorCode=\"repGone\"",
                        Category.PATH,
                        "errorCode",
                        "Rep unavailable: the code now “repGone” instead of “repUnavailable”",
                        "Rep unavailable: der Code jetzt „repGone“ statt „repUnavailable“"),
                change(
                        JOURNEY,
                        "name=\"lead.withdrawn\"",
                        "name=\"lead.gone\"",
                        Category.PATH,
                        "name",
                        "“lead.withdrawn” is now called “lead.gone”",
                        "„lead.withdrawn“ heißt jetzt „lead.gone“"),
                change(
                        JOURNEY,
                        "delegateExpression=\"${pausePromises}\" event=\"start\"",
                        "delegateExpression=\"${resumePromises}\" event=\"start\"",
                        Category.PATH,
                        "camunda:executionListener[start]/delegateExpression",
                        "Question asked: what else is done now “resumePromises” instead of “pausePromises”",
                        "Frage gestellt: was außerdem geschieht jetzt „resumePromises“ statt „pausePromises“"));
    }

    private static Arguments change(
            String file,
            String before,
            String after,
            Category category,
            String property,
            String english,
            String german) {
        return Arguments.of(file, before, after, category, property, english, german);
    }

    @Test
    void a_deadline_is_said_with_what_both_sides_agreed() {
        // given
        Differences agreed = new Differences(new ShippedClauses((part, clause) -> part.equals("remind")
                ? Optional.of(clause.equals("makeContact") ? "75 %" : "50 %")
                : Optional.empty()));
        ShippedFiles then = ShippedFiles.all();
        ShippedFiles now = then.with(FOLLOW_UP, ">${remind.makeContact}<", ">${remind.decideOutcome}<");

        // when
        List<ModelChange> found = agreed.between(then.files(), now.files());

        // then
        assertThat(found)
                .extracting(each -> each.sentence(Locale.ENGLISH))
                .containsExactly(
                        "Make contact: reminder now when the charter reminds of “Decide outcome” (50 %) instead of when"
                                + " the charter reminds (75 %)");
    }

    @Test
    void an_id_that_was_renamed_everywhere_is_one_change_and_said() {
        // given
        ShippedFiles then = ShippedFiles.all();
        ShippedFiles now = then.with(FOLLOW_UP, "Activity_MakeContact", "Activity_0x1y2z");

        // when
        List<ModelChange> found = differences.between(then.files(), now.files());

        // then
        assertThat(found).as(found.toString()).hasSize(1);
        assertThat(found.get(0).kind()).isEqualTo(Kind.RENAMED);
        assertThat(found.get(0).before()).isEqualTo("Activity_MakeContact");
        assertThat(found.get(0).after()).isEqualTo("Activity_0x1y2z");
        assertThat(found.get(0).sentence(Locale.ENGLISH))
                .isEqualTo("The task “Make contact” is most probably the same by another id: Activity_0x1y2z instead of"
                        + " Activity_MakeContact. Leads on their way, the log and the charter know the old one.");
    }

    @Test
    void a_task_that_was_replaced_by_another_is_no_rename() {
        // given
        ShippedFiles then = ShippedFiles.all();
        ShippedFiles now = then.with(FOLLOW_UP, "Activity_MakeContact", "Activity_New")
                .with(FOLLOW_UP, "name=\"Make contact\"", "name=\"Write a letter\"");

        // then
        assertThat(differences.between(then.files(), now.files()))
                .noneMatch(each -> each.kind() == Kind.RENAMED && "Activity_MakeContact".equals(each.before()))
                .anyMatch(each -> each.kind() == Kind.ADDED
                        && each.sentence(Locale.ENGLISH).equals("New task “Write a letter” in lane “sales-rep”"))
                .anyMatch(each -> each.kind() == Kind.REMOVED
                        && each.sentence(Locale.GERMAN).equals("Weggefallen: Aufgabe „Kontakt aufnehmen“"));
    }

    @Test
    void a_lane_that_a_task_moved_to_is_a_change_of_the_task() {
        // given
        ShippedFiles then = ShippedFiles.all();
        String node = "        <bpmn:flowNodeRef>Activity_DecideOutcome</bpmn:flowNodeRef>\n";
        ShippedFiles now = then.with(FOLLOW_UP, node, "")
                .with(
                        FOLLOW_UP,
                        "<bpmn:lane id=\"Lane_LeadRelay\" name=\"Lead Relay\">\n",
                        "<bpmn:lane id=\"Lane_LeadRelay\"" + " name=\"Lead Relay\">\n" + node);

        // when
        List<ModelChange> found = differences.between(then.files(), now.files());

        // then
        assertThat(found)
                .extracting(ModelChange::category, each -> each.sentence(Locale.ENGLISH))
                .containsExactly(
                        tuple(Category.ROLE, "Decide outcome: now in lane “Lead Relay” instead of “sales-rep”"));
    }

    @Test
    void the_drawing_is_one_line_for_each_file_however_much_of_it_changed() {
        // given
        ShippedFiles then = ShippedFiles.all();
        ShippedFiles now = then.with(FOLLOW_UP, "width=\"100\" height=\"80\"", "width=\"120\" height=\"90\"")
                .with(JOURNEY, "exporterVersion=\"5.40.0\"", "exporterVersion=\"5.41.0\"");

        // then
        assertThat(differences.between(then.files(), now.files()))
                .extracting(ModelChange::category, ModelChange::file)
                .containsExactly(tuple(Category.LAYOUT, FOLLOW_UP), tuple(Category.LAYOUT, JOURNEY));
    }

    @Test
    void the_order_in_which_conditions_are_tried_is_a_change() {
        // given
        ShippedFiles then = ShippedFiles.all();
        String text = then.text(FOLLOW_UP);
        int won = text.indexOf("    <bpmn:sequenceFlow id=\"Flow_Won\"");
        int lost = text.indexOf("    <bpmn:sequenceFlow id=\"Flow_Lost\"");
        int next = text.indexOf("    <bpmn:sequenceFlow id=\"Flow_NotReady\"");
        ShippedFiles now = then.withText(
                FOLLOW_UP,
                text.substring(0, won) + text.substring(lost, next) + text.substring(won, lost) + text.substring(next));

        // then
        assertThat(differences.between(then.files(), now.files()))
                .extracting(each -> each.sentence(Locale.ENGLISH))
                .containsExactly(
                        "What came of it?: the paths are tried in another order: “lost (What came of it? → Deal"
                                + " lost)”, “won (What came of it? → Deal won)”, “next step (What came of it? → Wait for"
                                + " the agreed day)”");
    }

    @Test
    void a_new_task_is_told_with_its_deadline_its_role_and_its_questions() {
        // given
        ShippedFiles then = ShippedFiles.all();
        ShippedFiles now = then.with(FOLLOW_UP, "    <bpmn:endEvent id=\"Event_NotReady\"", """
            <bpmn:userTask id="Activity_Approve" name="Approve discount" camunda:candidateGroups="sales-manager" camunda:dueDate="P2D">
              <bpmn:extensionElements><camunda:formData><camunda:formField id="discount" label="Discount" type="long" /></camunda:formData></bpmn:extensionElements>
            </bpmn:userTask>
            <bpmn:endEvent id="Event_NotReady\"\
            """);

        // then
        assertThat(differences.between(then.files(), now.files()))
                .extracting(each -> each.sentence(Locale.ENGLISH))
                .containsExactly(
                        "Approve discount: new deadline after 2 days",
                        "Approve discount: now done by sales manager instead of nobody",
                        "Approve discount: now also asks “Discount”",
                        "New task “Approve discount”");
    }

    @Test
    void a_file_that_came_went_or_says_the_same_in_another_way_is_one_line() {
        // given
        ShippedFiles all = ShippedFiles.all();
        ShippedFiles fewer = all.without("recycling.dmn").with(JOURNEY, "<bpmn:laneSet ", "<bpmn:laneSet  ");

        // then
        assertThat(differences.between(all.files(), fewer.files()))
                .extracting(each -> each.sentence(Locale.ENGLISH))
                .containsExactly(
                        "The table “Recycling” is gone",
                        "lead-journey.bpmn: written in another way. It says the same.");
        assertThat(differences.between(fewer.files(), all.files()))
                .extracting(each -> each.sentence(Locale.GERMAN))
                .contains("Neu: Tabelle „Neue Runde“");
    }

    @Test
    void a_file_that_cannot_be_read_is_said_and_the_others_are_compared() {
        // given
        ShippedFiles then = ShippedFiles.all();
        ShippedFiles now =
                then.withText("lead-fit.dmn", "<definitions").with(FOLLOW_UP, "label=\"How?\"", "label=\"Which way?\"");

        // then
        assertThat(differences.between(then.files(), now.files()))
                .extracting(each -> each.sentence(Locale.ENGLISH))
                .containsExactly(
                        "Make contact: “How?” is now asked as “Which way?”",
                        "The table “Lead fit” cannot be read, so it is not compared");
    }

    @Test
    void words_are_compared_key_by_key() {
        // given
        ShippedFiles then = ShippedFiles.all();
        ShippedFiles now = then.with(
                "lead-journey_de.properties",
                "Activity_QualifyLead=Lead qualifizieren",
                "Activity_QualifyLead=Lead prüfen");

        // then
        assertThat(differences.between(then.files(), now.files()))
                .extracting(each -> each.sentence(Locale.ENGLISH), each -> each.sentence(Locale.GERMAN))
                .containsExactly(tuple(
                        "German words of Qualify lead: now “Lead prüfen” instead of “Lead qualifizieren”",
                        "Wörter (Deutsch) von Lead prüfen: jetzt „Lead prüfen“ statt „Lead qualifizieren“"));
    }

    @Test
    void what_is_not_drawn_is_seen_at_the_elements_that_use_it() {
        // given
        ModelFile journey = ShippedFiles.only(JOURNEY).files().get(0);

        // then
        assertThat(Differences.users(journey))
                .containsEntry("Error_RepUnavailable", List.of("Event_RepUnavailable"))
                .doesNotContainKey("Activity_QualifyLead");
    }
}
