package org.leadrelay.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.leadrelay.testing.JournalAssert.assertThatLog;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.journal.Kind;
import org.leadrelay.testing.OwnDatabase;
import org.leadrelay.testing.ProductTest;
import org.leadrelay.testing.WaitingStatements;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@ProductTest
@OwnDatabase
class PlaceReservationTest extends DispatchTest {

    private String settings;

    @Test
    void after_a_failed_job_the_next_attempt_chooses_anew_and_only_that_is_on_record() {
        // given
        crew.rep("ann", 10);
        crew.rep("bob", 10);
        UUID lead = leads.lead();
        String reserved = choiceThatFails(lead);
        assertThatLog(jdbc, lead).only(Kind.CHOICE).hasLines(0);

        // when
        String chosen = handOffs.choose(Crew.handOff(lead, 1, false)).orElseThrow();

        // then
        assertThat(assertThatLog(jdbc, lead).only(Kind.CHOICE).detailsOfTheOnlyOne())
                .contains("\"reason\":\"leastLoaded\"")
                .contains("\"openLeads\":0")
                .contains("\"able\":2");
        assertThat(pool.placeOf(lead).orElseThrow().login()).isEqualTo(chosen);
        assertThat(given(lead)).containsExactly(chosen);
        assertThat(reserved).isIn(crew.login("ann"), crew.login("bob"));
    }

    @Test
    void a_rep_who_left_after_a_failed_job_does_not_get_the_lead() {
        // given
        crew.rep("ann", 10);
        crew.rep("bob", 10);
        UUID lead = leads.lead();
        String reserved = choiceThatFails(lead);
        attendance.away(reserved, null, clock.instant().plus(Duration.ofDays(2)));

        // when
        Optional<String> chosen = handOffs.choose(Crew.handOff(lead, 1, false));

        // then
        assertThat(chosen).isPresent().isNotEqualTo(Optional.of(reserved));
    }

    @Test
    void a_lead_that_ended_after_a_failed_job_has_no_place_left() {
        // given
        crew.rep("ann", 10);
        UUID lead = leads.lead();
        choiceThatFails(lead);

        // when
        handOffs.released(lead);

        // then
        assertThat(pool.placeOf(lead)).isEmpty();
    }

    @Test
    void a_rep_who_left_while_the_choice_waited_is_not_chosen() throws Exception {
        // given
        crew.rep("ann", 10);
        crew.rep("bob", 10);
        UUID lead = leads.lead();

        // when: the choice begins while whoever holds the pool lets the emptiest rep go
        CompletableFuture<Optional<String>> choice = job().execute(status -> {
            pool.lock();
            CompletableFuture<Optional<String>> waiting =
                    CompletableFuture.supplyAsync(() -> handOffs.choose(Crew.handOff(lead, 1, false)));
            WaitingStatements.await(jdbc, "%pg_advisory_xact_lock%");
            jdbc.sql("update person set active = false where login = ?")
                    .param(crew.login("ann"))
                    .update();
            return waiting;
        });

        // then
        assertThat(choice.get(30, TimeUnit.SECONDS)).contains(crew.login("bob"));
    }

    @Test
    void a_transaction_that_holds_the_pool_chooses_within_itself() {
        // given
        crew.rep("ann", 10);
        UUID lead = leads.lead();

        // when
        Optional<String> chosen = job().execute(status -> {
            pool.lock();
            return handOffs.choose(Crew.handOff(lead, 1, false));
        });

        // then
        assertThat(chosen).contains(crew.login("ann"));
    }

    @Test
    void a_choice_leaves_its_connection_as_it_was() {
        // given
        crew.rep("ann", 10);

        // when
        handOffs.choose(Crew.handOff(leads.lead(), 1, false));

        // then: both of them
        job().executeWithoutResult(outer -> {
            assertSettings();
            TransactionTemplate inner = job();
            inner.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
            inner.executeWithoutResult(status -> assertSettings());
        });
    }

    private void assertSettings() {
        assertThat(jdbc.sql("select current_setting('synchronous_commit') || ' ' || current_setting('lock_timeout')")
                        .query(String.class)
                        .single())
                .isEqualTo(settings);
    }

    @BeforeEach
    void readSettings() {
        settings = jdbc.sql("""
            select (select reset_val from pg_settings where name = 'synchronous_commit') || ' '
                || (select reset_val from pg_settings where name = 'lock_timeout')
            """).query(String.class).single();
    }

    /** The rep who was reserved. */
    private String choiceThatFails(UUID lead) {
        assertThatThrownBy(() -> job().executeWithoutResult(status -> {
                    handOffs.choose(Crew.handOff(lead, 1, false));
                    throw new IllegalStateException("the journey could not go on");
                }))
                .hasMessageContaining("go on");
        return pool.placeOf(lead).orElseThrow().login();
    }

    @Test
    void a_place_that_was_kept_for_a_waiting_lead_tells_of_no_choice() {
        // given
        crew.rep("ann", 10);
        UUID lead = leads.lead();
        job().executeWithoutResult(status -> {
            pool.lock();
            pool.take(lead, 1, crew.login("ann"));
        });

        // when
        handOffs.choose(Crew.handOff(lead, 1, false));

        // then
        assertThat(assertThatLog(jdbc, lead).only(Kind.CHOICE).detailsOfTheOnlyOne())
                .contains("\"reason\":\"placeFreed\"");
    }

    @Test
    void nobody_waits_for_a_job_that_has_chosen_and_goes_on() {
        // given
        crew.rep("ann", 1);
        crew.rep("bob", 1);
        UUID first = leads.lead();
        UUID second = leads.lead();

        // when: the first one's job has not ended yet
        List<String> chosen = job().execute(status -> {
            String mine = handOffs.choose(Crew.handOff(first, 1, false)).orElseThrow();
            String other = CompletableFuture.supplyAsync(() -> handOffs.choose(Crew.handOff(second, 1, false)))
                    .orTimeout(30, TimeUnit.SECONDS)
                    .join()
                    .orElseThrow();
            return List.of(mine, other);
        });

        // then: and sees its place taken
        assertThat(chosen).containsExactlyInAnyOrder(crew.login("ann"), crew.login("bob"));
    }

    @Test
    void a_transaction_that_freed_a_place_chooses_within_itself() {
        // given
        crew.rep("ann", 1);
        crew.rep("bob", 1);
        UUID lead = leads.lead();
        String first = handOffs.choose(Crew.handOff(lead, 1, false)).orElseThrow();

        // when
        Optional<String> second = job().execute(status -> {
            handOffs.declined(lead, 1, first);
            return handOffs.choose(Crew.handOff(lead, 1, false));
        });

        // then
        assertThat(second).isPresent().isNotEqualTo(Optional.of(first));
        assertThat(pool.placeOf(lead).orElseThrow().login()).isEqualTo(second.get());
    }

    private TransactionTemplate job() {
        return new TransactionTemplate(transactions);
    }

    private List<String> given(UUID lead) {
        return jdbc.sql("select login from rep_given where lead_id = ?")
                .param(lead)
                .query(String.class)
                .list();
    }
}
