package org.leadrelay.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.leadrelay.testing.AtOnce.atOnce;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Roles;
import org.leadrelay.audit.ChainVerification;
import org.leadrelay.audit.Timeline;
import org.leadrelay.audit.TimelineLine;
import org.leadrelay.lead.DealTakeBack;
import org.leadrelay.lead.Journey;
import org.leadrelay.lead.Journeys;
import org.leadrelay.lead.LeadCards;
import org.leadrelay.platform.Conflict;
import org.leadrelay.platform.Forbidden;
import org.leadrelay.platform.Invalid;
import org.leadrelay.promise.proof.LedgerRebuild;
import org.leadrelay.redesign.ReleaseDriver;
import org.leadrelay.testing.Database;
import org.leadrelay.worklist.SoFar;
import org.leadrelay.worklist.TaskQueries;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** A deal won by mistake goes back to its decision, and everything that was said and kept stays. */
class WinTakenBackTest extends JourneyTest {

    private static final String CONTACT = "Activity_MakeContact";
    private static final String DECIDE = "Activity_DecideOutcome";
    private static final String WHY = "Pressed the wrong button";

    @Autowired
    DealTakeBack deals;

    @Autowired
    Journeys ways;

    @Autowired
    LeadCards cards;

    @Autowired
    Timeline timeline;

    @Autowired
    ChainVerification chains;

    @Autowired
    TaskQueries tasks;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    LedgerRebuild rebuild;

    @Autowired
    ReleaseDriver releases;

    @Autowired
    Database database;

    @AfterEach
    void theFirstReleaseAgain() {
        database.firstRelease();
    }

    @Test
    void the_rep_is_back_at_the_decision_with_lap_rating_and_place() {
        // given
        UUID lead = won(readyLead());
        jdbc.sql("update journey set lap = 2 where lead_id = ?").param(lead).update();
        Journey before = latest(lead);
        String rep = owner(lead);
        assertThat(places(lead)).isEmpty();

        // when
        takeBack(lead, rep);

        // then
        assertThat(journeys.step(lead)).isEqualTo(DECIDE);
        assertThat(journeys.assignee(lead, DECIDE)).isEqualTo(rep);
        assertThat(owner(lead)).isEqualTo(rep);
        assertThat(places(lead)).containsExactly(rep);
        assertThat(latest(lead))
                .returns("winTakenBack", Journey::cause)
                .returns(WHY, Journey::reason)
                .returns(before.id(), Journey::previousId)
                .returns(before.fit(), Journey::fit)
                .returns(before.maturity(), Journey::maturity)
                .returns(before.priority(), Journey::priority)
                .returns(before.route(), Journey::route)
                .returns(before.lap(), Journey::lap)
                .returns(null, Journey::end);
        assertThat(journeys.journey(lead))
                .isWaitingAt("Activity_FollowUp")
                .variables()
                .containsEntry("repId", rep)
                .containsEntry("lap", 2L);
    }

    @Test
    void a_deal_that_was_taken_back_can_be_lost_not_ready_and_won_again() {
        // given
        UUID lead = won(readyLead());
        takeBack(lead, owner(lead));

        // when
        asHolder(lead, DECIDE, Map.of("outcome", "notReady", "notReadyReason", "noBudget"));

        // then
        assertThat(latest(lead)).returns(2L, Journey::lap).returns(null, Journey::end);
        assertThat(journeys.journey(lead)).isWaitingAt("Activity_Nurture");

        // given
        UUID second = won(readyLead());
        takeBack(second, owner(second));

        // when
        asHolder(second, DECIDE, Map.of("outcome", "won", "dealValue", 12_000L));

        // then
        assertThat(journeys.end(second)).isEqualTo("won");
        takeBack(second, owner(second));
        assertThat(journeys.step(second)).isEqualTo(DECIDE);
        asHolder(second, DECIDE, Map.of("outcome", "lost", "lostReason", "price"));
        assertThat(journeys.end(second)).isEqualTo("lost");
        assertThat(chains.verify(second)).returns(true, ChainVerification.Verified::intact);
    }

    @Test
    void what_was_kept_stays_kept_and_the_value_stays_readable() {
        // given
        UUID lead = won(readyLead());
        String rep = owner(lead);

        // when
        takeBack(lead, rep);

        // then
        assertThat(promises(lead, "makeContact")).containsExactly("kept");
        assertThat(promises(lead, "decideOutcome")).containsExactly("kept", "open");
        assertTheLogTellsTheSameLedger(lead);
        assertThat(sentences(lead))
                .anyMatch(each -> each.endsWith("took the won deal back"))
                .anyMatch(each -> each.endsWith("won, a deal of 9,000 EUR"));
        SoFar soFar = soFar(lead, rep);
        assertThat(soFar.entries().get(0))
                .returns("Took the won deal back", SoFar.Entry::text)
                .satisfies(entry ->
                        assertThat(entry.said()).extracting(SoFar.Said::text).containsExactly(WHY));
        assertThat(soFar.entries().stream().filter(each -> "won".equals(each.outcome())))
                .hasSize(1)
                .allSatisfy(entry -> assertThat(entry.answers())
                        .extracting(SoFar.Answer::text)
                        .containsExactly("9,000 EUR"));
    }

    @Test
    void the_list_of_won_leads_no_longer_holds_it() {
        // given
        UUID lead = won(readyLead());
        assertThat(cards.card(lead).end()).isEqualTo("won");

        // when
        takeBack(lead, owner(lead));

        // then
        assertThat(cards.card(lead)).returns(null, card -> card.end()).returns("running", card -> card.state());
        assertThat(jdbc.sql("""
            select count(*) from lead l join journey j on j.id = l.journey_id
            where l.id = ? and j.end_kind = 'won'
            """).param(lead).query(Long.class).single()).isZero();
    }

    @Test
    void only_the_rep_who_won_it_takes_it_back() {
        // given
        UUID lead = won(readyLead());
        String rep = owner(lead);
        String other = rep.equals("ada") ? "ben" : "ada";

        // then
        for (String wrong : List.of(other, "max", JourneyDriver.MARKETER)) {
            assertThatExceptionOfType(Forbidden.class).as(wrong).isThrownBy(() -> takeBack(lead, wrong));
            assertThat(until(lead, wrong)).isFalse();
        }
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> takeBack(lead, "ari"));
        assertThat(until(lead, rep)).isTrue();
        assertThat(journeys.end(lead)).isEqualTo("won");
    }

    @Test
    void the_day_ends_at_midnight_and_with_it_the_time_to_take_it_back() {
        // given
        UUID lead = won(readyLead());
        String rep = owner(lead);

        // when
        journeys.setClock(Instant.parse("2026-03-02T22:59:59Z"));
        assertThat(until(lead, rep)).isTrue();
        journeys.setClock(Instant.parse("2026-03-02T23:00:00Z"));

        // then
        assertThat(until(lead, rep)).isFalse();
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> takeBack(lead, rep))
                .withMessageContaining("is over");
    }

    @Test
    void twice_is_refused_and_so_is_what_was_never_won() {
        // given
        UUID lead = won(readyLead());
        String rep = owner(lead);
        takeBack(lead, rep);

        // then
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> takeBack(lead, rep))
                .withMessageContaining("is running");
        asHolder(lead, DECIDE, Map.of("outcome", "lost", "lostReason", "price"));
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> takeBack(lead, rep))
                .withMessageContaining("is not won: lost");
        assertThatExceptionOfType(Invalid.class).isThrownBy(() -> takeBack(lead, rep, " "));
    }

    @Test
    void a_lead_that_was_merged_says_where_it_went() {
        // given
        UUID lead = won(readyLead());
        UUID survivor = acceptedLead();
        String rep = owner(lead);
        jdbc.sql("update lead set merged_into = ? where id = ?")
                .params(survivor, lead)
                .update();
        jdbc.sql("update lead set owner = ? where id = ?").params(rep, survivor).update();

        // then
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> takeBack(lead, rep))
                .withMessageContaining(survivor.toString());
    }

    @Test
    void of_two_at_once_one_takes_it_back() {
        // given
        UUID lead = won(readyLead());
        String rep = owner(lead);
        Callable<String> one = () -> {
            try {
                takeBack(lead, rep);
                return "done";
            } catch (Conflict refused) {
                return "refused";
            }
        };

        // when
        List<String> came = atOnce(one, one);

        // then
        assertThat(came).containsExactlyInAnyOrder("done", "refused");
        assertThat(ways.of(lead)).hasSize(2);
        assertThat(tasksOf(lead)).isEqualTo(1);
    }

    @Test
    void what_dies_before_its_commit_leaves_the_deal_won() {
        // given
        UUID lead = won(readyLead());
        String rep = owner(lead);
        List<String> before = lines(lead);

        // when
        transactions.executeWithoutResult(transaction -> {
            takeBack(lead, rep);
            transaction.setRollbackOnly();
        });

        // then
        assertThat(journeys.end(lead)).isEqualTo("won");
        assertThat(journeys.journey(lead)).isNull();
        assertThat(places(lead)).isEmpty();
        assertThat(lines(lead)).isEqualTo(before);
        takeBack(lead, rep);
        assertThat(journeys.step(lead)).isEqualTo(DECIDE);
    }

    @Test
    void a_deal_won_on_an_old_model_goes_on_in_the_one_in_force() {
        // given
        putInForce(WinTakenBackTest::withoutWayBack);
        UUID lead = won(readyLead());
        String rep = owner(lead);

        // then
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> takeBack(lead, rep))
                .withMessageContaining("no way back");
        assertThat(journeys.end(lead)).isEqualTo("won");

        // when
        putInForce(xml -> xml);
        takeBack(lead, rep);

        // then
        assertThat(journeys.step(lead)).isEqualTo(DECIDE);
        assertThat(version(lead)).isEqualTo(newest());
    }

    @Test
    void a_newer_model_that_only_waits_for_its_approval_takes_no_part() {
        // given
        UUID lead = won(readyLead());
        int before = version(readyLead());
        releases.sealed("without way back", ReleaseDriver.shipped(WinTakenBackTest::withoutWayBack));

        // when
        takeBack(lead, owner(lead));

        // then
        assertThat(journeys.step(lead)).isEqualTo(DECIDE);
        assertThat(version(lead)).isEqualTo(before).isLessThan(newest());
        assertThat(version(readyLead())).isEqualTo(before);
    }

    private void assertTheLogTellsTheSameLedger(UUID lead) {
        List<String> before = promises(lead, "decideOutcome");
        jdbc.sql("update promise set ended_at = opened_at where lead_id = ? and ended_at is not null")
                .param(lead)
                .update();
        cast.person("root", Roles.ADMINISTRATOR);
        cast.actingAs("root");
        rebuild.rebuild();
        cast.actingAsNobody();
        assertThat(promises(lead, "decideOutcome")).isEqualTo(before);
    }

    private static String withoutWayBack(String xml) {
        return xml.replaceAll("(?s)<bpmn:startEvent id=\"Event_WinTakenBack\".*?</bpmn:startEvent>", "")
                .replaceAll("<bpmn:sequenceFlow id=\"Flow_WinTakenBack\"[^>]*/>", "")
                .replaceAll("<bpmn:(incoming|outgoing)>Flow_WinTakenBack</bpmn:\\1>", "")
                .replace("<bpmn:flowNodeRef>Event_WinTakenBack</bpmn:flowNodeRef>", "")
                .replaceAll("(?s)<bpmndi:BPMNShape id=\"Event_WinTakenBack_di\".*?</bpmndi:BPMNShape>", "")
                .replaceAll("(?s)<bpmndi:BPMNEdge id=\"Flow_WinTakenBack_di\".*?</bpmndi:BPMNEdge>", "");
    }

    private void putInForce(UnaryOperator<String> change) {
        releases.inForce("another", ReleaseDriver.shipped(change));
    }

    private int version(UUID lead) {
        return engine.getRepositoryService()
                .getProcessDefinition(journeys.journey(lead).getProcessDefinitionId())
                .getVersion();
    }

    private int newest() {
        return engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(ModelContract.LEAD_JOURNEY)
                .latestVersion()
                .singleResult()
                .getVersion();
    }

    private UUID won(UUID lead) {
        answerHandOff(lead, Map.of("outcome", "accept"));
        asHolder(lead, CONTACT, Map.of("outcome", "reached", "channel", "call"));
        asHolder(lead, DECIDE, Map.of("outcome", "won", "dealValue", 9_000L));
        assertThat(journeys.end(lead)).isEqualTo("won");
        return lead;
    }

    private void takeBack(UUID lead, String login) {
        takeBack(lead, login, WHY);
    }

    private void takeBack(UUID lead, String login, String reason) {
        cast.actingAs(login);
        try {
            deals.takeBack(lead, reason);
        } finally {
            cast.actingAsNobody();
        }
        journeys.runJobs(lead);
    }

    private boolean until(UUID lead, String login) {
        cast.actingAs(login);
        try {
            return deals.until(cards.card(lead)).isPresent();
        } finally {
            cast.actingAsNobody();
        }
    }

    private Journey latest(UUID lead) {
        return ways.of(lead).get(0);
    }

    private String owner(UUID lead) {
        return ways.ownerOf(lead).orElseThrow();
    }

    private List<String> places(UUID lead) {
        return jdbc.sql("select login from rep_place where lead_id = ?")
                .param(lead)
                .query(String.class)
                .list();
    }

    private List<String> lines(UUID lead) {
        return jdbc.sql("select kind from journey_log where lead_id = ? order by seq")
                .param(lead)
                .query(String.class)
                .list();
    }

    private long tasksOf(UUID lead) {
        return jdbc.sql("select count(*) from task_item where lead_id = ?")
                .param(lead)
                .query(Long.class)
                .single();
    }

    private List<String> promises(UUID lead, String clause) {
        return jdbc.sql("select state from promise where lead_id = ? and clause = ? order by opened_at, state")
                .params(lead, clause)
                .query(String.class)
                .list();
    }

    private List<String> sentences(UUID lead) {
        return timeline.page(lead, true, 0, 200, Locale.ENGLISH).items().stream()
                .map(TimelineLine::sentence)
                .toList();
    }

    private SoFar soFar(UUID lead, String login) {
        cast.actingAs(login);
        try {
            return tasks.task(journeys.task(lead, DECIDE)).soFar();
        } finally {
            cast.actingAsNobody();
        }
    }
}
