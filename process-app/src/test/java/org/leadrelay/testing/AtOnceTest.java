package org.leadrelay.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.leadrelay.testing.AtOnce.atOnce;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class AtOnceTest {

    @Test
    void outcomes_stand_in_the_order_of_the_deeds() {
        assertThat(atOnce(4, number -> number * 10)).containsExactly(0, 10, 20, 30);
        assertThat(AtOnce.<Object>atOnce(() -> "one", () -> 2)).containsExactly("one", 2);
    }

    @Test
    void all_run_at_the_same_time_on_threads_of_their_own() {
        // given: a meeting that only takes place when all four are there
        CyclicBarrier meeting = new CyclicBarrier(4);
        Set<String> threads = ConcurrentHashMap.newKeySet();

        // when
        atOnce(4, number -> {
            threads.add(Thread.currentThread().getName());
            return meeting.await(10, TimeUnit.SECONDS);
        });

        // then
        assertThat(threads).hasSize(4);
    }

    @Test
    void a_deed_that_fails_is_named_and_the_others_end_first() {
        // given
        Set<Integer> ended = ConcurrentHashMap.newKeySet();

        // then
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> atOnce(3, number -> {
                    if (number == 1) {
                        throw new IllegalStateException("no place");
                    }
                    return ended.add(number);
                }))
                .withMessageContaining("Of 3 at once number 1 failed")
                .withMessageContaining("no place")
                .withCauseInstanceOf(IllegalStateException.class);
        assertThat(ended).containsExactlyInAnyOrder(0, 2);
    }
}
