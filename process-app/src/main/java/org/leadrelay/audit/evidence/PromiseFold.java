package org.leadrelay.audit.evidence;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Language;

/** Fold of a promise's lines into what became of it. */
final class PromiseFold {

    private final Language language;
    private @Nullable String arithmetic;
    private @Nullable Instant due;
    private String state = "open";
    private @Nullable Instant ended;
    private @Nullable String late;
    private @Nullable Integer charter;
    private @Nullable Integer calendar;

    PromiseFold(Language language) {
        this.language = language;
    }

    /**
     * @param explained whether the line belongs to what is explained: a later one tells the state, and counts nothing anew
     */
    void line(String kind, Map<String, Object> details, boolean explained) {
        due = at(details, "due", due);
        if (explained) {
            arithmetic = text(details, language == Language.GERMAN ? "arithmeticDe" : "arithmeticEn", arithmetic);
            charter = number(details, "charter", charter);
            calendar = number(details, "calendar", calendar);
        }
        ended = at(details, "ended", ended);
        late = text(details, "completedLate", late);
        state = switch (kind) {
            case "promise-kept" -> "kept";
            case "promise-broken", "promise-ended" -> "broken";
            case "promise-void" -> "void";
            default -> state;
        };
    }

    @Nullable
    String arithmetic() {
        return arithmetic;
    }

    @Nullable
    Instant due() {
        return due;
    }

    String state() {
        return state;
    }

    @Nullable
    Instant ended() {
        return ended;
    }

    @Nullable
    String late() {
        return late;
    }

    @Nullable
    Integer charter() {
        return charter;
    }

    @Nullable
    Integer calendar() {
        return calendar;
    }

    private static @Nullable String text(Map<String, Object> details, String name, @Nullable String before) {
        return details.get(name) instanceof String text ? text : before;
    }

    private static @Nullable Integer number(Map<String, Object> details, String name, @Nullable Integer before) {
        return details.get(name) instanceof Number number ? Integer.valueOf(number.intValue()) : before;
    }

    private static @Nullable Instant at(Map<String, Object> details, String name, @Nullable Instant before) {
        try {
            return details.get(name) instanceof String text ? Instant.parse(text) : before;
        } catch (DateTimeException changed) {
            return before;
        }
    }
}
