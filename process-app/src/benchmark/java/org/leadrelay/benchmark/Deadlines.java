package org.leadrelay.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;

/** Deadlines of hand-offs, worked off by several workers at once. Each hand-off has two: its reminder and its end. */
final class Deadlines {

    private static final List<String> EVENTS = List.of("Event_AnswerReminder", "Event_AnswerOverdue");

    private final ExecutorService workers;

    /** Nanoseconds of processor time that the workers' own threads have used. */
    private final LongAdder work = new LongAdder();

    Deadlines(ExecutorService workers) {
        this.workers = workers;
    }

    /** Hands leads off until so many deadlines run. */
    List<UUID> handOff(Contender contender, int deadlines) throws Exception {
        return atOnce(Collections.nCopies(deadlines / EVENTS.size(), contender::captureToHandOff));
    }

    /** Reminders first, then the ends; deadlines a second. None is left and none was carried out twice. */
    double drain(Contender contender, List<UUID> leads) throws Exception {
        work.reset();
        long start = System.nanoTime();
        for (String event : EVENTS) {
            List<String> timers = contender.timers(event, leads);
            assertThat(timers).hasSameSizeAs(leads);
            List<Callable<Boolean>> fires = new ArrayList<>();
            for (String timer : timers) {
                fires.add(() -> fire(contender, timer));
            }
            assertThat(atOnce(fires)).containsOnly(true);
        }
        return EVENTS.size() * leads.size() / ((System.nanoTime() - start) / 1e9);
    }

    private boolean fire(Contender contender, String timer) {
        long before = ProcessorTime.ofThisThread().toNanos();
        contender.fire(timer);
        work.add(ProcessorTime.ofThisThread().toNanos() - before);
        return true;
    }

    /** Processor time of the workers during the last {@link #drain}, in nanoseconds. */
    long work() {
        return work.sum();
    }

    /** Does all of it, as many at once as there are workers. */
    <T> List<T> atOnce(List<? extends Callable<T>> calls) throws Exception {
        List<T> results = new ArrayList<>();
        for (Future<T> done : workers.invokeAll(calls)) {
            results.add(done.get());
        }
        return results;
    }
}
