package org.leadrelay.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.People;
import org.leadrelay.testing.LeadRows;
import org.leadrelay.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@ProductTest
class ConcurrentHandOffsTest {

    @Autowired private HandOffs handOffs;
    @Autowired private Reps reps;
    @Autowired private People people;
    @Autowired private JdbcClient jdbc;
    @Autowired private Pool pool;
    @Autowired private WaitingRoom room;
    @Autowired private PlatformTransactionManager transactions;

    private final ExecutorService nodes = Executors.newFixedThreadPool(6);
    private LeadRows leads;
    private Crew crew;

    @BeforeEach
    void anEmptyPool() {
        leads = new LeadRows(jdbc);
        crew = new Crew(people, reps, jdbc);
        crew.alone();
    }

    @AfterEach
    void leaveTheOthersAsTheyWere() {
        nodes.shutdownNow();
        crew.goHome();
    }

    @Test
    void two_hundred_choices_at_once_fill_a_hundred_places_evenly_and_no_more() throws Exception {
        // given
        for (int i = 0; i < 4; i++) {
            crew.rep("rep" + i, 25);
        }
        List<UUID> all = IntStream.range(0, 200).mapToObj(i -> leads.lead()).toList();
        // when
        List<Callable<Optional<String>>> choices = new ArrayList<>();
        all.forEach(lead -> choices.add(() -> handOffs.choose(Crew.handOff(lead, 1, false))));
        int placed = 0;
        for (Future<Optional<String>> choice : nodes.invokeAll(choices)) {
            placed += choice.get().isPresent() ? 1 : 0;
        }
        // then
        assertThat(placed).isEqualTo(100);
        assertThat(handOffs.waiting(0, 500).total()).isEqualTo(100);
        assertThat(handOffs.reps())
                .filteredOn(rep -> rep.capacity() > 0)
                .hasSize(4)
                .allMatch(rep -> rep.openLeads() == 25);
    }

    @Test
    void a_place_freed_while_another_lead_looks_for_one_is_never_left_empty() throws Exception {
        // given
        crew.rep("ann", 1);
        Journey journey = new Journey();
        Dispatcher dispatcher = journey.dispatcher(pool, room, transactions);
        UUID holder = leads.lead();
        handOffs.choose(Crew.handOff(holder, 1, false));
        for (int round = 0; round < 40; round++) {
            UUID held = holder;
            UUID looking = leads.lead();
            CyclicBarrier start = new CyclicBarrier(2);
            // when
            Future<?> freed =
                    nodes.submit(
                            () -> {
                                start.await();
                                handOffs.released(held);
                                return dispatcher.sweep();
                            });
            Future<?> chosen =
                    nodes.submit(
                            () -> {
                                start.await();
                                return handOffs.choose(Crew.handOff(looking, 1, false));
                            });
            freed.get();
            chosen.get();
            // then
            assertThat(pool.placeOf(looking)).as("round %s", round).isPresent();
            assertThat(room.holds(looking)).isFalse();
            holder = looking;
        }
    }

    @Test
    void two_nodes_serving_at_once_send_each_waiting_lead_on_once() throws Exception {
        // given
        List<UUID> all = IntStream.range(0, 60).mapToObj(i -> leads.lead()).toList();
        all.forEach(lead -> handOffs.choose(Crew.handOff(lead, 1, false)));
        crew.rep("ann", 20);
        crew.rep("bob", 20);
        Journey journey = new Journey();
        // when
        List<Callable<Integer>> sweeps = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Dispatcher dispatcher = journey.dispatcher(pool, room, transactions);
            sweeps.add(dispatcher::sweep);
        }
        for (Future<Integer> sweep : nodes.invokeAll(sweeps)) {
            sweep.get();
        }
        // then
        assertThat(journey.sent()).hasSize(40).doesNotHaveDuplicates();
        assertThat(handOffs.waiting(0, 100).total()).isEqualTo(20);
    }
}
