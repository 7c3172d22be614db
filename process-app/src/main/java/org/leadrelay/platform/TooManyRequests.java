package org.leadrelay.platform;

import java.time.Duration;
import java.util.Map;

/**
 * Rate limit exceeded; REST answers 429 with {@code Retry-After}, and the detail says when the next try is
 * taken. REST answers 429 with {@code Retry-After}.
 */
public final class TooManyRequests extends ProductException {

    private static final long serialVersionUID = 1L;

    private final Duration wait;

    /**
     * @param wait how long to wait, more than nothing
     */
    public TooManyRequests(String detail, Duration wait) {
        super("Too many tries", detail, Map.of("retryAfterSeconds", seconds(wait)));
        this.wait = wait;
    }

    /** In whole seconds, as {@code Retry-After} has it; never less than one. */
    public long retryAfterSeconds() {
        return seconds(wait);
    }

    private static long seconds(Duration wait) {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }
}
