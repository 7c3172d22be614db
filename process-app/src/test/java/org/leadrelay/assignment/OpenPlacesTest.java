package org.leadrelay.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.testing.AtOnce;
import org.leadrelay.testing.OwnDatabase;
import org.leadrelay.testing.ProductTest;
import org.springframework.transaction.support.TransactionTemplate;

/** The maintained counter of open places says what counting the places says, whatever happens at once. */
@ProductTest
@OwnDatabase
class OpenPlacesTest extends DispatchTest {

    private static final List<String> NAMES = List.of("ann", "bob", "cid");

    @BeforeEach
    void aCrew() {
        NAMES.forEach(name -> crew.rep(name, 500));
    }

    @Test
    void each_way_to_take_move_and_free_a_place_is_counted() {
        UUID lead = leads.lead();
        job(() -> handOffs.assign(lead, 1, crew.login("ann")));
        assertThat(open()).containsExactlyInAnyOrderEntriesOf(said(1, 0, 0));

        job(() -> handOffs.assign(lead, 1, crew.login("ann")));
        assertThat(open()).as("given to who has it").containsExactlyInAnyOrderEntriesOf(said(1, 0, 0));

        job(() -> handOffs.moved(lead, crew.login("bob")));
        assertThat(open()).containsExactlyInAnyOrderEntriesOf(said(0, 1, 0));

        job(() -> handOffs.takeBack(lead, 1, crew.login("cid")));
        assertThat(open()).as("missed by who has it not").containsExactlyInAnyOrderEntriesOf(said(0, 1, 0));

        job(() -> handOffs.declined(lead, 1, crew.login("bob")));
        assertThat(open()).containsExactlyInAnyOrderEntriesOf(said(0, 0, 0));

        job(() -> handOffs.resumed(lead, 1, crew.login("cid")));
        assertThat(open()).containsExactlyInAnyOrderEntriesOf(said(0, 0, 1));

        job(() -> handOffs.released(lead));
        assertThat(open()).containsExactlyInAnyOrderEntriesOf(said(0, 0, 0));

        job(() -> handOffs.released(lead));
        assertThat(open()).as("released once more").containsExactlyInAnyOrderEntriesOf(said(0, 0, 0));
    }

    @Test
    void it_is_in_step_while_many_take_move_and_free() {
        // given
        List<UUID> all = IntStream.range(0, 40).mapToObj(i -> leads.lead()).toList();

        // when
        AtOnce.atOnce(6, number -> {
            Random random = new Random(number);
            for (int i = 0; i < 60; i++) {
                change(all.get(random.nextInt(all.size())), random);
            }
            return number;
        });

        // then
        assertThat(open().values().stream().mapToLong(Long::longValue).sum()).isPositive();
        assertThat(open()).isEqualTo(counted());
    }

    @Test
    void what_a_node_of_the_release_before_changes_is_counted_too() {
        // given
        UUID lead = leads.lead();

        // when
        jdbc.sql("insert into rep_place (lead_id, login, lap, taken_at) values (?, ?, 1, now())")
                .params(lead, crew.login("ann"))
                .update();
        jdbc.sql("insert into rep_place (lead_id, login, lap, taken_at) values (?, ?, 1, now())"
                        + " on conflict (lead_id) do update set login = excluded.login")
                .params(lead, crew.login("bob"))
                .update();

        // then
        assertThat(open()).containsExactlyInAnyOrderEntriesOf(said(0, 1, 0));
    }

    @Test
    void a_choice_reads_a_few_rows_however_many_places_are_open() {
        // when
        for (int i = 0; i < 60; i++) {
            UUID lead = leads.lead();
            handOffs.choose(Crew.handOff(lead, 1, false));
            if (i % 3 == 0) {
                handOffs.released(lead);
            }
        }

        // then: at most eight rows of each, and the last place taken
        assertThat(counted().values().stream().mapToLong(Long::longValue).sum()).isEqualTo(40);
        assertThat(NAMES).allSatisfy(name -> assertThat(rowsOf(name)).isLessThanOrEqualTo(9));
    }

    @Test
    void the_rows_of_a_rep_who_gets_no_more_leads_are_summed_up_too() {
        // given: a rep with many places who then gets none
        List<UUID> held = IntStream.range(0, 30).mapToObj(i -> leads.lead()).toList();
        held.forEach(lead -> job(() -> handOffs.assign(lead, 1, crew.login("ann"))));
        held.subList(0, 20).forEach(lead -> job(() -> handOffs.released(lead)));
        assertThat(rowsOf("ann")).isGreaterThan(20);

        // when
        job(() -> handOffs.assign(leads.lead(), 1, crew.login("bob")));

        // then
        assertThat(rowsOf("ann")).isEqualTo(1);
        assertThat(open()).containsExactlyInAnyOrderEntriesOf(said(10, 1, 0));

        // when: the rest too
        held.forEach(lead -> job(() -> handOffs.released(lead)));
        job(() -> handOffs.assign(leads.lead(), 1, crew.login("bob")));

        // then
        assertThat(rowsOf("ann")).isZero();
        assertThat(open()).containsExactlyInAnyOrderEntriesOf(said(0, 2, 0));
    }

    private long rowsOf(String name) {
        return jdbc.sql("select count(*) from rep_place_count where login = ?")
                .param(crew.login(name))
                .query(Long.class)
                .single();
    }

    private void change(UUID lead, Random random) {
        String rep = crew.login(NAMES.get(random.nextInt(NAMES.size())));
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            leadLock.hold(lead);
            switch (random.nextInt(6)) {
                case 0, 1 -> handOffs.choose(Crew.handOff(lead, 1, true));
                case 2 -> handOffs.assign(lead, 1, rep);
                case 3 -> handOffs.moved(lead, rep);
                case 4 -> handOffs.takeBack(lead, 1, rep);
                default -> handOffs.released(lead);
            }
            if (random.nextInt(8) == 0) {
                status.setRollbackOnly();
            }
        });
    }

    private void job(Runnable work) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> work.run());
    }

    private Map<String, Long> said(long ann, long bob, long cid) {
        return Map.of(crew.login("ann"), ann, crew.login("bob"), bob, crew.login("cid"), cid);
    }

    /** As a choice reads them. */
    private Map<String, Long> open() {
        Map<String, Long> open = new TreeMap<>();
        pool.candidates(HandOff.ANY).stream()
                .filter(each -> NAMES.stream().anyMatch(name -> crew.login(name).equals(each.login())))
                .forEach(each -> open.put(each.login(), each.open()));
        return open;
    }

    private Map<String, Long> counted() {
        Map<String, Long> open = new TreeMap<>();
        NAMES.forEach(name -> open.put(
                crew.login(name),
                jdbc.sql("select count(*) from rep_place where login = ?")
                        .param(crew.login(name))
                        .query(Long.class)
                        .single()));
        return open;
    }
}
