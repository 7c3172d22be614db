package org.leadrelay.lead;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Words;

/**
 * Fact that people learned of a lead, with its provenance: a line of an agreed list.
 *
 * @param key the line's code, which tables read and words never replace
 * @param words what the charter in force calls the line
 * @param step the task in whose form it was answered; null where it came otherwise, such as by a correction
 * @param person who said so, null when a system did
 * @param until when it stops counting; null for what does not grow old
 */
public record LearnedFact(
        LearnedList list,
        String key,
        Words words,
        @Nullable String step,
        @Nullable String person,
        Instant at,
        @Nullable Instant until) {

    /** What to call it in a letter or on a page: "Prices and contracts". */
    public String in(Locale locale) {
        return words.in(locale);
    }

    /** Whether it still counts; what does not is known, and tells the rules nothing. */
    boolean countsAt(Instant now) {
        return Optional.ofNullable(until).map(now::isBefore).orElse(true);
    }
}
