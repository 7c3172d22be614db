package org.leadrelay.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The clock under the product's clock in tests: it stands still until it is moved. */
public final class SettableClock extends Clock {

    /** Monday, 2 March 2026, 09:00 UTC: working time in all of Europe, no clock change near. */
    public static final Instant MONDAY_MORNING = Instant.parse("2026-03-02T09:00:00Z");

    private volatile Instant now = MONDAY_MORNING;

    public void set(Instant instant) {
        now = instant;
    }

    public synchronized void advance(Duration duration) {
        now = now.plus(duration);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** Only UTC: the product's clock above it shows other zones. */
    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    @Override
    public Instant instant() {
        return now;
    }
}
