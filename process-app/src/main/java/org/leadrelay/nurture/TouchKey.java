package org.leadrelay.nurture;

import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Idempotency key of a touch, under which its mail lies in the outbox. */
record TouchKey(UUID leadId, @Nullable UUID journeyId, long lap, String track, long number) {

    private static final Pattern SHAPE = Pattern.compile("touch:[^:]*:[^:]*:\\d+:(.*):\\d+");

    String text() {
        return "touch:%s:%s:%d:%s:%d".formatted(leadId, journeyId, lap, track, number);
    }

    /** The track of the touch with this key; empty for what is none. */
    static String track(String key) {
        Matcher found = SHAPE.matcher(key);
        return found.matches() ? found.group(1) : "";
    }
}
