package org.leadrelay.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leadrelay.testing.AtOnce;
import org.leadrelay.testing.OwnDatabase;
import org.leadrelay.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;

@ProductTest
@OwnDatabase
class ConcurrentHandOffsTest extends DispatchTest {

    @Autowired
    private Skills skills;

    private final ExecutorService nodes = Executors.newFixedThreadPool(6);

    @AfterEach
    void stopTheNodes() {
        nodes.shutdownNow();
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
    void two_hundred_choices_with_skills_and_weeks_fill_a_hundred_places_and_always_the_emptiest() throws Exception {
        // given: a hundred places, of which forty are weeks that end before the capacity does
        for (String both : new String[] {"ann", "bob"}) {
            crew.rep(both, 20);
            skills.of(crew.login(both), Set.of("partner", "enterprise"));
        }
        crew.rep("cid", 20);
        skills.of(crew.login("cid"), Set.of("partner"));
        for (String weekly : new String[] {"dan", "eva"}) {
            crew.rep(weekly, 50);
            reps.setLimits(crew.login(weekly), 50, 20, "week");
        }
        List<HandOff> all = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            List<String> needed = i % 4 == 0 ? List.of("enterprise") : i % 4 == 1 ? List.of("partner") : List.of();
            all.add(new HandOff(leads.lead(), 1, "normal", needed, false));
        }
        Collections.shuffle(all, new Random(20260302));

        // when
        long begun = System.nanoTime();
        List<Callable<Optional<String>>> choices = new ArrayList<>();
        all.forEach(lead -> choices.add(() -> handOffs.choose(lead)));
        List<Future<Optional<String>>> chosen = nodes.invokeAll(choices);
        Duration took = Duration.ofNanos(System.nanoTime() - begun);

        // then
        Map<String, Integer> given = new TreeMap<>();
        for (int i = 0; i < all.size(); i++) {
            Optional<String> rep = chosen.get(i).get();
            rep.ifPresent(login -> given.merge(login, 1, Integer::sum));
            List<String> needed = all.get(i).skills();
            rep.ifPresent(login -> assertThat(reps.one(login).skills()).containsAll(needed));
        }
        System.out.printf("200 hand-offs at once: %s in %d ms%n", given, took.toMillis());
        assertThat(given.values()).containsExactly(20, 20, 20, 20, 20);
        assertThat(handOffs.waiting(0, 500).total()).isEqualTo(100);
        assertThat(handOffs.waiting(0, 500).items())
                .extracting(WaitingLead::reason)
                .containsOnly("allFull");
        assertThat(eachGotTheEmptiest(all)).isEqualTo(100);
    }

    @Test
    void half_of_the_places_are_spread_in_proportion_to_capacity() throws Exception {
        // given
        Map<String, Integer> wanted = new TreeMap<>();
        for (int i = 1; i <= 4; i++) {
            crew.rep("rep" + i, i * 10);
            wanted.put(crew.login("rep" + i), i * 5);
        }

        // when
        List<Callable<Optional<String>>> choices = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            UUID lead = leads.lead();
            choices.add(() -> handOffs.choose(Crew.handOff(lead, 1, false)));
        }
        Map<String, Integer> given = new TreeMap<>();
        for (Future<Optional<String>> choice : nodes.invokeAll(choices)) {
            given.merge(choice.get().orElseThrow(), 1, Integer::sum);
        }

        // then
        assertThat(given).isEqualTo(wanted);
    }

    /** By the journey log: of those who were able then, nobody had less in proportion. */
    private long eachGotTheEmptiest(List<HandOff> all) {
        return all.stream()
                .flatMap(lead -> jdbc.sql("""
                    select count(*) from journey_log l,
                      lateral jsonb_array_elements(l.details::jsonb -> 'reps') r
                    where l.lead_id = ? and l.kind = 'choice'
                      and jsonb_array_length(r) = 3
                      and (r ->> 1)::numeric / (r ->> 2)::numeric
                        < (l.details::jsonb ->> 'openLeads')::numeric
                          / (l.details::jsonb ->> 'capacity')::numeric
                    having exists (select 1 from journey_log c
                      where c.lead_id = ? and c.kind = 'choice')
                    """).params(lead.leadId(), lead.leadId()).query(Long.class).list().stream())
                .filter(emptier -> emptier == 0)
                .count();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ended", "missed", "rejected"})
    void a_place_freed_while_another_lead_looks_for_one_is_never_left_empty(String why) {
        // given
        crew.rep("ann", 1);
        UUID holder = leads.lead();
        handOffs.choose(Crew.handOff(holder, 1, false));
        for (int round = 0; round < 40; round++) {
            UUID held = holder;
            UUID looking = leads.lead();
            // when
            AtOnce.<Object>atOnce(
                    () -> {
                        switch (why) {
                            case "missed" -> handOffs.takeBack(held, 1, crew.login("ann"));
                            case "rejected" -> handOffs.declined(held, 1, crew.login("ann"));
                            default -> handOffs.released(held);
                        }
                        return dispatcher.sweep();
                    },
                    () -> {
                        Optional<String> chosen = handOffs.choose(Crew.handOff(looking, 1, false));
                        if (chosen.isEmpty()) {
                            dispatcher.lookAgain(Crew.handOff(looking, 1, false));
                        }
                        return chosen;
                    });
            // then
            assertThat(pool.placeOf(looking)).as("round %s", round).isPresent();
            assertThat(isWaiting(looking)).isFalse();
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
        // when
        List<Callable<Integer>> sweeps = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            sweeps.add(aNode()::sweep);
        }
        for (Future<Integer> sweep : nodes.invokeAll(sweeps)) {
            sweep.get();
        }
        // then
        assertThat(journey.sent()).hasSize(40).doesNotHaveDuplicates();
        assertThat(handOffs.waiting(0, 100).total()).isEqualTo(20);
    }
}
