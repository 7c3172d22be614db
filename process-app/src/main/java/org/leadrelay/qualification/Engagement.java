package org.leadrelay.qualification;

import java.time.Duration;
import java.time.Instant;
import org.leadrelay.lead.Signal;

/** Decay of a signal's worth: half of it is gone after 14 days of calendar time. */
final class Engagement {

    static final Duration HALF_LIFE = Duration.ofDays(14);

    /** Older signals are worth less than a hundredth and are not read. */
    static final Duration MEMORY = Duration.ofDays(98);

    private Engagement() {}

    /** What a signal is worth now; one dated ahead counts as heard just now, and what a machine does too is worth nothing. */
    static double worth(Signal signal, Instant at, Instant now) {
        if (!signal.counts()) {
            return 0;
        }
        double age = Math.max(0, Duration.between(at, now).toMillis());
        return fresh(signal.kind()) * Math.pow(0.5, age / HALF_LIFE.toMillis());
    }

    private static int fresh(Signal.Kind kind) {
        return switch (kind) {
            case VISIT -> 1;
            case MAIL_OPENED -> 0;
            case CLICK -> 3;
            case DOWNLOAD -> 5;
            case FORM -> 8;
            case MEETING_ASKED -> 20;
        };
    }
}
