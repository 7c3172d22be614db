package org.leadrelay.lead;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Wording;

/**
 * Validation of moments that others send: none in the future, and clocks that go ahead by up to
 * five minutes are taken as now.
 */
public final class Moments {

    private static final Wording WORDING = Wording.of(Moments.class);
    private static final Duration AHEAD = Duration.ofMinutes(5);
    private static final Instant FIRST = Instant.parse("1990-01-01T00:00:00Z");

    private Moments() {}

    /** What is wrong with it, with the remedy; null when nothing is. */
    public static @Nullable String problem(@Nullable Instant given, Instant now) {
        if (given == null) {
            return null;
        }
        if (given.isAfter(now.plus(AHEAD))) {
            return WORDING.say("future", given);
        }
        return given.isBefore(FIRST) ? WORDING.say("longAgo", given) : null;
    }

    /** The moment itself, or now when it lies ahead. */
    public static Instant past(Instant given, Instant now) {
        return given.isAfter(now) ? now : given;
    }
}
