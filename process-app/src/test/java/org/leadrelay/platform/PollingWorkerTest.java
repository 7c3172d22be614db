package org.leadrelay.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PollingWorkerTest {

    private static final int PATIENCE_SECONDS = 20;

    @Test
    void what_waits_is_done_without_a_word_and_after_a_nudge() throws Exception {
        // given
        CountDownLatch done = new CountDownLatch(2);
        PollingWorker worker = new PollingWorker("test", true, done::countDown);
        // when
        worker.start();
        worker.nudge();
        // then
        assertThat(done.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(worker.running()).isTrue();
        worker.stop();
        assertThat(worker.running()).isFalse();
    }

    @Test
    void one_that_is_driven_by_hand_does_nothing_by_itself() {
        // given
        AtomicInteger runs = new AtomicInteger();
        PollingWorker worker = new PollingWorker("test", false, runs::incrementAndGet);
        // when
        worker.start();
        worker.nudge();
        worker.stop();
        // then
        assertThat(runs).hasValue(0);
    }

    @Test
    void stopping_waits_for_what_is_being_done_and_lets_it_begin_nothing_new() throws Exception {
        // given
        CountDownLatch begun = new CountDownLatch(1);
        AtomicBoolean ended = new AtomicBoolean();
        PollingWorker[] worker = new PollingWorker[1];
        worker[0] = new PollingWorker("test", true, () -> {
            begun.countDown();
            while (!worker[0].stopping()) {
                Thread.onSpinWait();
            }
            ended.set(true);
        });
        worker[0].start();
        worker[0].nudge();
        assertThat(begun.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        // when
        worker[0].stop();
        // then
        assertThat(ended).isTrue();
        // and it can begin anew
        worker[0].start();
        assertThat(worker[0].stopping()).isFalse();
        worker[0].stop();
    }

    @Test
    void a_nudge_after_the_end_is_no_error() {
        // given
        AtomicInteger runs = new AtomicInteger();
        PollingWorker worker = new PollingWorker("test", true, runs::incrementAndGet);
        worker.start();
        worker.stop();
        int before = runs.get();
        // when
        worker.nudge();
        // then
        assertThat(runs).hasValue(before);
    }
}
