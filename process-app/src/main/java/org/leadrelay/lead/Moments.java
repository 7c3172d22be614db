package org.leadrelay.lead;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Invalid.Violation;
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
            return WORDING.text("future", given);
        }
        return given.isBefore(FIRST) ? WORDING.text("longAgo", given) : null;
    }

    /** The moment itself, or now when it lies ahead. */
    public static Instant past(Instant given, Instant now) {
        return given.isAfter(now) ? now : given;
    }

    /** Null when there is none, or none that can be taken; then a violation says so. */
    public static @Nullable Instant read(String name, JsonNode value, Instant now, List<Violation> violations) {
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        Instant given;
        try {
            given = OffsetDateTime.parse(value.asText().strip()).toInstant();
        } catch (DateTimeParseException e) {
            violations.add(new Violation(name, "Not an instant. Write it as 2026-03-27T16:30:00Z."));
            return null;
        }
        String problem = problem(given, now);
        if (problem != null) {
            violations.add(new Violation(name, problem));
            return null;
        }
        return given;
    }
}
