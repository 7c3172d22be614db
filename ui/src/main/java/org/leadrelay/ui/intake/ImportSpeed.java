package org.leadrelay.ui.intake;

import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/**
 * Throughput of an import over the last seconds: after a restart, and with a clock that was moved, the time
 * since its start would tell nothing.
 */
final class ImportSpeed implements Serializable {

    private static final long WINDOW_NANOS = TimeUnit.SECONDS.toNanos(15);
    private static final long LEAST_NANOS = TimeUnit.MILLISECONDS.toNanos(900);

    private final Deque<Seen> seen = new ArrayDeque<>();

    private record Seen(long nanos, long rows) implements Serializable {}

    void saw(long nanos, long rows) {
        seen.addLast(new Seen(nanos, rows));
        while (seen.size() > 2 && nanos - seen.getFirst().nanos() > WINDOW_NANOS) {
            seen.removeFirst();
        }
    }

    /** Rows a second; empty until there is enough to tell. */
    OptionalLong rate() {
        if (seen.size() < 2) {
            return OptionalLong.empty();
        }
        long nanos = seen.getLast().nanos() - seen.getFirst().nanos();
        long rows = seen.getLast().rows() - seen.getFirst().rows();
        return nanos < LEAST_NANOS ? OptionalLong.empty() : OptionalLong.of(Math.round(rows * 1e9 / nanos));
    }

    /** Seconds until all rows are read; empty until there is enough to tell, or while it stands. */
    OptionalLong secondsLeft(long rows) {
        OptionalLong rate = rate();
        if (rate.isEmpty() || rate.getAsLong() == 0 || seen.isEmpty()) {
            return OptionalLong.empty();
        }
        long left = Math.max(0, rows - seen.getLast().rows());
        return OptionalLong.of((left + rate.getAsLong() - 1) / rate.getAsLong());
    }
}
