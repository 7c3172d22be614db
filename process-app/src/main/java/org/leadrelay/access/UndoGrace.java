package org.leadrelay.access;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.Wording;

/** Bounds of the grace: how long an answer to a task waits and can be taken back. */
public final class UndoGrace {

    private static final Wording WORDING = Wording.of(UndoGrace.class);

    /** So long nobody else can do anything with a task. */
    public static final Duration LONGEST = Duration.ofSeconds(30);

    private UndoGrace() {}

    /**
     * @param written an ISO 8601 duration such as {@code PT10S}
     * @throws Invalid for anything else, and for one that is too long
     */
    public static Duration of(String written) {
        try {
            return checked(Duration.parse(written));
        } catch (DateTimeParseException e) {
            throw refused();
        }
    }

    /**
     * @throws Invalid when answers cannot wait that long
     */
    public static Duration checked(Duration grace) {
        if (grace.isNegative() || grace.compareTo(LONGEST) > 0) {
            throw refused();
        }
        return grace;
    }

    private static Invalid refused() {
        return Invalid.field("grace", WORDING.text("grace", LONGEST.toSeconds()));
    }
}
