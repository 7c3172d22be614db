package org.leadrelay.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * The product's clock in UTC: the base clock plus an offset that is zero except in demo mode, where
 * it may be moved forward. Everything that asks for the time asks the {@link Clock} bean, which is
 * this one. It ticks in microseconds, as PostgreSQL keeps time: a finer moment is rounded there,
 * and what was stored now could lie in the future.
 */
public final class ProductClock extends Clock {

    private final Clock base;
    private volatile Duration offset = Duration.ZERO;

    public ProductClock(Clock base) {
        this.base = base.withZone(ZoneOffset.UTC);
    }

    /** The distance to the base clock; zero outside demo mode. */
    public Duration offset() {
        return offset;
    }

    /**
     * Sets the distance to the base clock.
     *
     * @throws Invalid when that would turn the clock back: what has happened stays in the past
     */
    public synchronized void shiftTo(Duration target) {
        if (target.compareTo(offset) < 0) {
            throw Invalid.field("forward", "The clock only moves forward.");
        }
        offset = target;
    }

    /**
     * Begins in the past, before anything has happened.
     *
     * @throws IllegalStateException when the clock was moved already
     */
    public synchronized void beginAt(Duration before) {
        if (!offset.isZero() || !before.isNegative()) {
            throw new IllegalStateException(
                    "the clock stands %s off and cannot begin %s off".formatted(offset, before));
        }
        offset = before;
    }

    /** The unshifted clock, for comparing machines with each other. */
    public Clock base() {
        return base;
    }

    /** Whether the base clock is the machine's; a test puts another there. */
    public boolean isOfThisMachine() {
        return base.equals(Clock.systemUTC());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new Zoned(this, zone);
    }

    @Override
    public Instant instant() {
        return base.instant().plus(offset).truncatedTo(ChronoUnit.MICROS);
    }

    /** Follows the product's clock, shifts included, and shows another zone. */
    private static final class Zoned extends Clock {
        private final Clock clock;
        private final ZoneId zone;

        Zoned(Clock clock, ZoneId zone) {
            this.clock = clock;
            this.zone = zone;
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new Zoned(clock, other);
        }

        @Override
        public Instant instant() {
            return clock.instant();
        }
    }
}
