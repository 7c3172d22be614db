package org.leadrelay.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BatchOrderTest {

    private final Queue<Runnable> ready = new ArrayDeque<>();
    private final BatchOrder order = new BatchOrder(ready::add);
    private final List<String> ran = new ArrayList<>();

    @Test
    void batches_of_different_people_are_ready_at_once() {
        // when
        submit("first", Set.of("email a"), Set.of("id 1"));
        submit("second", Set.of("email b"), Set.of("id 2"));

        // then
        assertThat(ready).hasSize(2);
    }

    @Test
    void a_batch_waits_for_every_earlier_one_with_a_row_of_the_same_person() {
        // given
        submit("a", Set.of("email a"));
        submit("b", Set.of("email b"));
        submit("both", Set.of("email a"), Set.of("email b"));
        submit("a again", Set.of("email a"));

        // then
        assertThat(ready).hasSize(2);
        runNext();
        assertThat(ready).as("b is not through").hasSize(1);
        runNext();
        runAll();
        assertThat(ran).containsExactly("a", "b", "both", "a again");
    }

    @Test
    void two_rows_belong_together_by_a_third() {
        // given
        submit("knows both", Set.of("email a", "id 1"));
        submit("by address", Set.of("email a"));
        submit("by id", Set.of("id 1"));

        // when
        runNext();

        // then
        assertThat(ready).as("by id waits for by address").hasSize(1);
        runAll();
        assertThat(ran).containsExactly("knows both", "by address", "by id");
    }

    @Test
    void a_row_that_joins_two_people_waits_for_both_and_whoever_comes_after_for_it() {
        // given
        submit("address", Set.of("email a"));
        submit("id", Set.of("id 1"));
        submit("one person", Set.of("email a", "id 1"));
        submit("later", Set.of("id 1"));

        // when: the second is through before the first
        Runnable first = ready.remove();
        runNext();

        // then
        assertThat(ready).isEmpty();
        first.run();
        runAll();
        assertThat(ran).containsExactly("id", "address", "one person", "later");
    }

    @Test
    void a_batch_that_failed_holds_up_nobody() {
        // given
        order.submit(List.of(Set.of("email a")), () -> {
            throw new IllegalStateException("broken");
        });
        submit("next", Set.of("email a"));

        // when
        runAll();

        // then
        assertThat(ran).containsExactly("next");
    }

    @Test
    void nobody_is_remembered_after_a_pause() {
        // given
        submit("first", Set.of("email a", "id 1"));
        assertThat(order.size()).isEqualTo(2);
        runAll();

        // when
        order.forget();

        // then
        assertThat(order.size()).isZero();
        submit("second", Set.of("email a"));
        assertThat(ready).hasSize(1);
    }

    @SafeVarargs
    private void submit(String name, Set<String>... rows) {
        List<Set<String>> all = new ArrayList<>();
        for (Set<String> row : rows) {
            all.add(row);
        }
        order.submit(all, () -> ran.add(name));
    }

    private void runNext() {
        ready.remove().run();
    }

    private void runAll() {
        while (!ready.isEmpty()) {
            runNext();
        }
    }
}
