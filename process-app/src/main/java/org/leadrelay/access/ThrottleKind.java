package org.leadrelay.access;

import java.time.Duration;
import java.util.Locale;

/**
 * Keys of the rate limiter: by what failed logins are counted. The pair of login and address is strict. The
 * others stop who guesses from many addresses or at many logins, are laxer, and wait briefly only: they hit
 * people who guess nothing.
 */
enum ThrottleKind {
    ADDRESS(100, seconds(30), minutes(5), minutes(1)),
    LOGIN(20, seconds(15), minutes(2), minutes(3)),
    PAIR(5, seconds(30), minutes(15), minutes(15)),
    /** Unknown API keys of one address. */
    KEY(20, seconds(30), minutes(5), minutes(1));

    private final int free;
    private final Duration first;
    private final Duration longest;
    private final Duration forgottenEvery;

    ThrottleKind(int free, Duration first, Duration longest, Duration forgottenEvery) {
        this.free = free;
        this.first = first;
        this.longest = longest;
        this.forgottenEvery = forgottenEvery;
    }

    ThrottleLimit limit() {
        return new ThrottleLimit(free, first, longest, forgottenEvery);
    }

    /** As it stands in the database and in REST. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ThrottleKind ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    private static Duration seconds(long seconds) {
        return Duration.ofSeconds(seconds);
    }

    private static Duration minutes(long minutes) {
        return Duration.ofMinutes(minutes);
    }
}
