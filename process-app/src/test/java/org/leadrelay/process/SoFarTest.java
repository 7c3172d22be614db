package org.leadrelay.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Permission;
import org.leadrelay.access.RolePermissions;
import org.leadrelay.access.Roles;
import org.leadrelay.lead.Field;
import org.leadrelay.lead.Signal;
import org.leadrelay.notification.Notice;
import org.leadrelay.notification.NoticeTasks;
import org.leadrelay.notification.Notices;
import org.leadrelay.worklist.Notes;
import org.leadrelay.worklist.SoFar;
import org.leadrelay.worklist.SoFar.Answer;
import org.leadrelay.worklist.SoFar.Entry;
import org.leadrelay.worklist.SoFar.Said;
import org.leadrelay.worklist.SoFar.What;
import org.leadrelay.worklist.TaskCommands;
import org.leadrelay.worklist.TaskDetail;
import org.leadrelay.worklist.TaskQueries;
import org.leadrelay.worklist.TypedText;
import org.leadrelay.worklist.TypedTexts;
import org.springframework.beans.factory.annotation.Autowired;

/** No task opens blind: each says what was decided, asked and written before it. */
class SoFarTest extends JourneyTest {

    private static final String ANSWER = "Activity_AnswerHandOff";
    private static final String REVIEW = "Activity_ReviewRejection";
    private static final String VERDICT = "Activity_GiveVerdict";
    private static final String QUESTION = "Activity_AnswerQuestion";
    private static final String CONTACT = "Activity_MakeContact";
    private static final String DECIDE = "Activity_DecideOutcome";
    private static final String PLACE = "Activity_PlaceLead";

    @Autowired
    TaskQueries tasks;

    @Autowired
    TypedTexts texts;

    @Autowired
    TaskCommands work;

    @Autowired
    Notices notices;

    @Autowired
    NoticeTasks noticeTasks;

    @Autowired
    RolePermissions permissions;

    @Test
    void every_task_of_every_model_opens_with_what_came_before() {
        // given
        Map<String, SoFar> opened = new HashMap<>();
        UUID early = leadScored("19", "14");
        opened.put("Activity_QualifyLead", of(early, "Activity_QualifyLead", JourneyDriver.MARKETER));
        UUID unreachable = journeys.capture(Map.of(
                Field.NAME, "Grace Example",
                Field.COMPANY, "Example Works",
                Field.PROFILE_SCORE, "19",
                Field.ACTIVITY_SCORE, "17",
                Field.NO_MAIL, "yes",
                Field.NO_CALL, "yes"));
        opened.put("Activity_CompleteLead", of(unreachable, "Activity_CompleteLead", JourneyDriver.MARKETER));

        // when
        qualify(early);
        opened.put(ANSWER, ofHolder(early, ANSWER));
        ask(early, "Which product is it about?");
        opened.put(QUESTION, of(early, QUESTION, JourneyDriver.MARKETER));
        answer(early, "The large one.");
        asHolder(early, ANSWER, rejected("They only compare prices."));
        opened.put(REVIEW, of(early, REVIEW, JourneyDriver.MARKETER));
        contest(early, "They asked for an offer.");
        opened.put(VERDICT, of(early, VERDICT, "ari"));
        journeys.answer(
                early, VERDICT, "ari", Map.of("outcome", "reaccept", "sameRep", true, "grounds", "They asked."));
        asHolder(early, ANSWER, Map.of("outcome", "accept"));
        opened.put(CONTACT, ofHolder(early, CONTACT));
        asHolder(early, CONTACT, Map.of("outcome", "reached", "channel", "call", "note", "Wants an offer by Friday."));
        opened.put(DECIDE, ofHolder(early, DECIDE));
        capacity(0);
        UUID full = readyLead();
        journeys.fire(full, "Event_AssignOverdue");
        opened.put(PLACE, of(full, PLACE, "max"));

        // then
        assertThat(opened.keySet()).isEqualTo(userTasks());
        opened.forEach((step, soFar) -> {
            assertThat(soFar.entries()).as(step).isNotEmpty();
            Entry first = soFar.entries().get(soFar.entries().size() - 1);
            assertThat(first.what()).as(step).isEqualTo(What.CAME);
            assertThat(first.text()).as(step).isEqualTo("Came in by the interface of \"tests\", source Web");
        });
        assertThat(newest(opened.get("Activity_QualifyLead")).what()).isEqualTo(What.CAME);
        assertThat(newest(opened.get("Activity_CompleteLead")).what()).isEqualTo(What.CAME);
        assertThat(newest(opened.get(ANSWER)))
                .returns("Sales-ready", Entry::text)
                .returns(name(JourneyDriver.MARKETER), Entry::personName)
                .returns("Qualify lead", Entry::stepName)
                .satisfies(entry -> assertThat(entry.answers())
                        .extracting(Answer::label, Answer::text)
                        .contains(tuple("Is there a need?", "Yes"), tuple("Does the person decide?", "Decides")))
                .satisfies(entry -> assertThat(said(entry)).containsExactly("Needs forty seats."));
        assertThat(newest(opened.get(QUESTION)))
                .returns(What.ASKED, Entry::what)
                .satisfies(entry -> assertThat(said(entry)).containsExactly("Which product is it about?"));
        assertThat(newest(opened.get(REVIEW)))
                .returns("reject", Entry::outcome)
                .satisfies(entry -> assertThat(said(entry)).containsExactly("They only compare prices."))
                .extracting(entry -> entry.reason().text())
                .isEqualTo("Too early, still gathering information");
        assertThat(newest(opened.get(VERDICT))).returns("dispute", Entry::outcome);
        assertThat(newest(opened.get(CONTACT))).returns("accept", Entry::outcome);
        assertThat(newest(opened.get(DECIDE)))
                .returns("Reached", Entry::text)
                .returns(1, Entry::attempt)
                .satisfies(entry -> assertThat(said(entry)).containsExactly("Wants an offer by Friday."));
        assertThat(newest(opened.get(PLACE)))
                .returns(What.WAITED, Entry::what)
                .satisfies(entry -> assertThat(entry.text()).startsWith("No rep could take the lead: "));
    }

    @Test
    void an_arbiter_reads_both_sides_and_how_the_same_reason_was_judged_before() {
        // given
        UUID before = disputed("noNeed", "They only compare prices.", "They asked for an offer.");
        journeys.answer(before, VERDICT, "ari", Map.of("outcome", "recycle", "grounds", "Comparing is no buying."));
        UUID other = readyLead();
        asHolder(other, ANSWER, Map.of("outcome", "reject", "rejectionReason", "noBudget"));
        contest(other, "They have one.");
        journeys.answer(other, VERDICT, "ari", Map.of("outcome", "close", "grounds", "No money at all."));

        // when
        UUID lead = disputed("noNeed", "Next year at best.", "It is this year's plan.");
        SoFar.Dispute dispute = of(lead, VERDICT, "ari").dispute();

        // then
        assertThat(dispute.sales().reason().value()).isEqualTo("noNeed");
        assertThat(said(dispute.sales())).containsExactly("Next year at best.");
        assertThat(said(dispute.marketing())).containsExactly("It is this year's plan.");
        assertThat(dispute.precedents().ways()).containsExactly(new SoFar.OutcomeCount("recycle", "Recycle", 1));
        assertThat(dispute.precedents().newest())
                .singleElement()
                .returns("Comparing is no buying.", SoFar.Precedent::grounds)
                .returns(before, SoFar.Precedent::leadId)
                .returns("Grace Example", SoFar.Precedent::lead);
    }

    @Test
    void of_a_lead_that_an_arbiter_may_not_see_a_precedent_tells_only_how_it_was_judged() {
        // given
        UUID judged = disputed("wrongPerson", "An intern.", "The intern decides.");
        journeys.answer(judged, VERDICT, "ari", Map.of("outcome", "recycle", "grounds", "Interns do not decide."));
        UUID lead = disputed("wrongPerson", "An intern again.", "Decides as well.");
        cast.person("root", Roles.ADMINISTRATOR);

        // when
        Set<String> before = arbiters();
        Set<String> fewer = new TreeSet<>(before);
        fewer.remove("see-every-lead");
        arbiters(fewer);
        SoFar.Dispute dispute = of(lead, VERDICT, "ari").dispute();
        arbiters(before);

        // then
        assertThat(dispute.precedents().newest())
                .singleElement()
                .returns("Recycle", SoFar.Precedent::text)
                .returns(null, SoFar.Precedent::grounds)
                .returns(null, SoFar.Precedent::leadId)
                .returns(null, SoFar.Precedent::lead);
    }

    @Test
    void marketings_answer_stands_first_marks_the_row_and_rings_until_the_rep_has_opened_it() {
        // given
        UUID lead = readyLead();
        ask(lead, "Which product is it about?");
        String rep = journeys.assignee(lead, ANSWER);
        String task = journeys.task(lead, ANSWER);

        // when
        answer(lead, "The large one.");

        // then
        cast.actingAs(rep);
        assertThat(tasks.row(task).answered()).isTrue();
        assertThat(bell(lead)).extracting(Notice::kind).containsExactly("answer");
        assertThat(noticeTasks.of(bell(lead).get(0))).contains(task);
        List<Entry> entries = tasks.task(task).soFar().entries();
        assertThat(said(entries.get(0))).containsExactly("The large one.");
        assertThat(said(entries.get(1))).containsExactly("Which product is it about?");
        assertThat(tasks.row(task).answered()).isFalse();
        assertThat(bell(lead)).isEmpty();
        cast.actingAsNobody();
    }

    @Test
    void the_bells_line_goes_with_the_task_that_was_never_opened() {
        // given
        UUID lead = readyLead();
        ask(lead, "Which product is it about?");
        String rep = journeys.assignee(lead, ANSWER);
        answer(lead, "The large one.");

        // when
        asHolder(lead, ANSWER, Map.of("outcome", "accept"));

        // then
        cast.actingAs(rep);
        assertThat(bell(lead)).isEmpty();
        cast.actingAsNobody();
    }

    @Test
    void attempts_are_counted_and_told_one_by_one() {
        // given
        UUID lead = acceptedLead();
        assertThat(ofHolder(lead, CONTACT).attempts()).isEqualTo(new SoFar.Attempts(0, 4));

        // when
        asHolder(lead, CONTACT, Map.of("outcome", "notReached", "channel", "call", "note", "Voice mail."));
        journeys.fire(lead, "Event_NextAttemptDue");
        asHolder(lead, CONTACT, Map.of("outcome", "notReached", "channel", "mail"));
        journeys.fire(lead, "Event_NextAttemptDue");
        SoFar soFar = ofHolder(lead, CONTACT);

        // then
        assertThat(soFar.attempts()).isEqualTo(new SoFar.Attempts(2, 4));
        assertThat(soFar.entries().subList(0, 2))
                .extracting(Entry::attempt, entry -> entry.answers().get(0).text())
                .containsExactly(tuple(2, "E-mail"), tuple(1, "Call"));
        assertThat(said(soFar.entries().get(1))).containsExactly("Voice mail.");
    }

    @Test
    void an_earlier_lap_says_how_it_ended() {
        // given
        UUID lead = acceptedLead();
        asHolder(lead, CONTACT, Map.of("outcome", "reached", "channel", "call"));
        asHolder(
                lead,
                DECIDE,
                Map.of("outcome", "notReady", "notReadyReason", "noDecision", "note", "The board meets in May."));

        // when
        nextLap(lead);
        SoFar soFar = of(lead, journeys.step(lead), holderOr(lead, JourneyDriver.MARKETER));

        // then
        assertThat(soFar.earlierLaps())
                .singleElement()
                .returns("Not ready", Entry::text)
                .returns("Decision put off", entry -> entry.reason().text())
                .returns(1L, Entry::lap)
                .satisfies(entry -> assertThat(said(entry)).containsExactly("The board meets in May."));
        assertThat(soFar.attempts()).isNull();
    }

    @Test
    void a_hand_off_that_was_missed_says_by_whom() {
        // given
        UUID lead = readyLead();
        String first = journeys.assignee(lead, ANSWER);

        // when
        journeys.fire(lead, "Event_AnswerOverdue");

        // then
        assertThat(newest(ofHolder(lead, ANSWER)))
                .returns(What.MISSED, Entry::what)
                .returns(first, Entry::person)
                .returns("Answer hand-off", Entry::stepName);
    }

    private Set<String> arbiters() {
        return as(
                "root",
                () -> permissions.all().stream()
                        .filter(each -> each.role().name().equals(Roles.ARBITER))
                        .flatMap(each -> each.permissions().stream())
                        .map(Permission::code)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void what_was_written_about_a_lead_that_was_merged_is_read_with_the_survivor() {
        // given
        UUID gone = leadScored("19", "14");
        qualify(gone);
        ask(gone, "Which product is it about?");
        String rep = journeys.assignee(gone, ANSWER);
        as(rep, () -> work.comment(journeys.task(gone, ANSWER), "Calls himself Bob."));
        UUID between = readyLead();
        UUID lead = readyLead();
        String holder = journeys.assignee(lead, ANSWER);
        TaskDetail before = as(holder, () -> tasks.task(journeys.task(lead, ANSWER)));
        assertThat(before.notes()).isEmpty();

        // when
        merge(gone, between);
        merge(between, lead);

        // then
        TaskDetail opened = as(holder, () -> tasks.task(journeys.task(lead, ANSWER)));
        assertThat(opened.soFar().entries())
                .filteredOn(entry -> entry.from() != null)
                .allSatisfy(entry -> assertThat(entry.from()).startsWith("Grace Example #"))
                .extracting(Entry::what, Entry::earlier, entry -> said(entry))
                .containsExactlyInAnyOrder(
                        tuple(What.ANSWERED, true, List.of("Needs forty seats.")),
                        tuple(What.ASKED, true, List.of("Which product is it about?")));
        assertThat(opened.soFar().entries().get(opened.soFar().entries().size() - 1))
                .returns(What.CAME, Entry::what)
                .returns(null, Entry::from);
        assertThat(opened.soFar().earlierLaps()).isEqualTo(before.soFar().earlierLaps());
        assertThat(opened.notes())
                .extracting(Notes.Note::text)
                .containsExactlyInAnyOrder("Which product is it about?", "Needs forty seats.");
        assertThat(opened.notes()).allSatisfy(note -> assertThat(note.from()).startsWith("Grace Example #"));
        assertThat(opened.comments())
                .singleElement()
                .returns("Calls himself Bob.", TaskDetail.Comment::text)
                .satisfies(comment -> assertThat(comment.from()).startsWith("Grace Example #"));
        assertThat(texts.of(lead))
                .extracting(TypedText::text)
                .containsExactlyInAnyOrder("Which product is it about?", "Needs forty seats.", "Calls himself Bob.");
    }

    private void merge(UUID gone, UUID survivor) {
        jdbc.sql("update lead set merged_into = ? where id = ?")
                .params(survivor, gone)
                .update();
    }

    private void arbiters(Set<String> codes) {
        as("root", () -> permissions.change(Roles.ARBITER, codes, null));
    }

    private UUID disputed(String reason, String rejection, String grounds) {
        UUID lead = readyLead();
        asHolder(lead, ANSWER, Map.of("outcome", "reject", "rejectionReason", reason, "note", rejection));
        contest(lead, grounds);
        return lead;
    }

    private static Map<String, Object> rejected(String note) {
        return Map.of("outcome", "reject", "rejectionReason", "tooEarly", "note", note);
    }

    private void contest(UUID lead, String grounds) {
        cast.person("mia", Roles.MARKETING);
        journeys.answer(lead, REVIEW, "mia", Map.of("outcome", "dispute", "note", grounds));
    }

    private void qualify(UUID lead) {
        journeys.answer(
                lead,
                "Activity_QualifyLead",
                JourneyDriver.MARKETER,
                Map.of(
                        "outcome", "salesReady",
                        "need", "yes",
                        "timeframe", "quarter",
                        "authority", "decides",
                        "note", "Needs forty seats."));
    }

    private void ask(UUID lead, String question) {
        cast.actingAs(journeys.assignee(lead, ANSWER));
        work.ask(journeys.task(lead, ANSWER), question);
        cast.actingAsNobody();
        journeys.runJobs(lead);
    }

    private void answer(UUID lead, String words) {
        journeys.answer(lead, QUESTION, JourneyDriver.MARKETER, Map.of("outcome", "answered", "answer", words));
    }

    private void nextLap(UUID lead) {
        journeys.engage(lead, Signal.Kind.MEETING_ASKED);
    }

    private String holderOr(UUID lead, String otherwise) {
        String holder = journeys.assignee(lead, journeys.step(lead));
        return holder == null ? otherwise : holder;
    }

    private SoFar ofHolder(UUID lead, String step) {
        return of(lead, step, journeys.assignee(lead, step));
    }

    private SoFar of(UUID lead, String step, String login) {
        return as(login, () -> tasks.task(journeys.task(lead, step)).soFar());
    }

    private <T> T as(String login, Supplier<T> what) {
        cast.actingAs(login);
        try {
            return what.get();
        } finally {
            cast.actingAsNobody();
        }
    }

    private List<Notice> bell(UUID lead) {
        return notices.mine(true, 0, 50).items().stream()
                .filter(each -> lead.equals(each.leadId()))
                .toList();
    }

    private String name(String login) {
        return jdbc.sql("select display_name from person where login = ?")
                .param(login)
                .query(String.class)
                .single();
    }

    private static Entry newest(SoFar soFar) {
        return soFar.entries().get(0);
    }

    private static List<String> said(Entry entry) {
        return entry.said().stream().map(Said::text).toList();
    }

    private Set<String> userTasks() {
        List<String> found = new ArrayList<>();
        for (String model : List.of("lead-journey", "lead-follow-up", "lead-nurture")) {
            String definition = engine.getRepositoryService()
                    .createProcessDefinitionQuery()
                    .processDefinitionKey(model)
                    .latestVersion()
                    .singleResult()
                    .getId();
            engine.getRepositoryService()
                    .getBpmnModelInstance(definition)
                    .getModelElementsByType(UserTask.class)
                    .forEach(each -> found.add(each.getId()));
        }
        return found.stream().collect(Collectors.toCollection(TreeSet::new));
    }
}
