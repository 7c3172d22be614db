package org.leadrelay.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.platform.Conflict;
import org.leadrelay.testing.LeadRows;
import org.leadrelay.testing.ProductTest;
import org.leadrelay.testing.WaitingStatements;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ProductTest
class JourneysTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    Journeys journeys;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Leads leads;

    @Autowired
    JdbcClient jdbc;

    private UUID lead;

    @BeforeEach
    void aLead() {
        lead = new LeadRows(jdbc).lead("normal");
    }

    @Test
    void what_the_tables_left_out_stays_as_it_was() {
        // given
        journeys.advanced(lead, Map.of("fit", "B", "maturity", 2, "track", "awareness", "lap", 2L), null, null);
        // when
        journeys.advanced(lead, Map.of("maturity", 3L, "route", "qualify", "somethingElse", "x"), null, null);
        // then
        Journey now = journeys.living(lead).orElseThrow();
        assertThat(now.fit()).isEqualTo("B");
        assertThat(now.maturity()).isEqualTo(3);
        assertThat(now.track()).isEqualTo("awareness");
        assertThat(now.route()).isEqualTo("qualify");
        assertThat(now.priority()).isEqualTo("normal");
        assertThat(now.lap()).isEqualTo(2);
    }

    @Test
    void a_report_about_a_journey_that_has_ended_changes_nothing() {
        // given
        journeys.advanced(lead, Map.of(), "Activity_AnswerHandOff", "Answer the hand-off");
        journeys.ended(lead, "won");
        Journey ended = journeys.of(lead).get(0);
        // when
        journeys.advanced(lead, Map.of(), "Activity_Elsewhere", null);
        journeys.advanced(lead, Map.of("priority", "high"), null, null);
        journeys.ended(lead, "lost");
        // then
        assertThat(journeys.living(lead)).isEmpty();
        assertThat(journeys.of(lead)).containsExactly(ended);
        assertThat(ended.end()).isEqualTo("won");
        assertThat(ended.step()).isNull();
    }

    @Test
    void a_report_that_waited_for_the_end_changes_nothing_either() throws Exception {
        // when
        Future<?> late = transaction.execute(status -> {
            journeys.ended(lead, "withdrawn");
            Future<?> report =
                    CompletableFuture.runAsync(() -> journeys.advanced(lead, Map.of(), "Activity_Late", "Late"));
            WaitingStatements.await(jdbc, "%journey%");
            return report;
        });
        late.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        // then
        assertThat(journeys.of(lead)).singleElement().extracting(Journey::step).isNull();
    }

    @Test
    void sql_of_the_same_transaction_sees_who_owns_the_lead_and_that_its_journey_ended() {
        transaction.executeWithoutResult(status -> {
            // when
            journeys.advanced(lead, Map.of(), "Activity_Early", "Early");
            journeys.owner(lead, "ada");
            journeys.ended(lead, "dormant");
            // then
            assertThat(jdbc.sql("""
                select l.owner || ' ' || j.end_kind from lead l
                join journey j on j.lead_id = l.id where l.id = ?
                """).param(lead).query(String.class).single()).isEqualTo("ada dormant");
        });
        assertThat(journeys.ownerOf(lead)).contains("ada");
    }

    /** As when a command has loaded the lead: its version must not be raised behind its back. */
    @Test
    void a_lead_that_the_transaction_has_at_hand_is_given_its_owner_there() {
        transaction.executeWithoutResult(status -> {
            Lead atHand = leads.locked(lead).orElseThrow();
            // when
            journeys.owner(lead, "ada");
            atHand.captured(Instant.now().plusSeconds(1));
        });
        transaction.executeWithoutResult(status -> journeys.owner(lead, "ben"));
        // then
        assertThat(journeys.ownerOf(lead)).contains("ben");
        assertThat(jdbc.sql("select version from lead where id = ?")
                        .param(lead)
                        .query(Long.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void the_next_journey_begins_when_the_one_before_has_ended_only() {
        // given
        Journey running = journeys.living(lead).orElseThrow();
        // when, then
        assertThatThrownBy(() -> JourneyEntity.after(running, "reopened", "a reason", running.startedAt()))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("still running");
    }
}
