package org.leadrelay.promise;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.journal.CommittedText;
import org.leadrelay.journal.JourneyLog;
import org.leadrelay.journal.Kind;
import org.springframework.stereotype.Component;

/**
 * Log lines of the ledger: all that stands in a promise's row, so that the row can be replayed from them.
 * {@code at} is the ledger's own instant; a line's is taken a little later.
 */
@Component
class PromiseLines {

    private final JourneyLog log;

    PromiseLines(JourneyLog log) {
        this.log = log;
    }

    void opened(PromiseOpening opening) {
        Promise promise = opening.promise();
        Map<String, @Nullable Object> details = new LinkedHashMap<>();
        details.put("element", opening.element());
        details.put("role", opening.role());
        details.put("priority", opening.priority());
        details.put("due", promise.due());
        details.put("remind", promise.remind());
        details.put("opened", opening.counted().from());
        details.put("work", opening.counted().work());
        details.put("charter", opening.charterVersion());
        details.put("calendar", opening.calendarVersion());
        details.put("arithmeticEn", opening.arithmetic().english());
        details.put("arithmeticDe", opening.arithmetic().german());
        add(promise.leadId(), opening.id(), promise.clause(), Kind.PROMISE_OPENED, details);
    }

    /** Something happened that moves nothing. */
    void add(PromiseEntity promise, Kind kind, Instant at) {
        add(promise, kind, unmoved(promise.due(), at));
    }

    void add(PromiseSnapshot promise, Kind kind, Instant at) {
        add(promise.leadId(), promise.id(), promise.clause(), kind, unmoved(promise.due(), at));
    }

    private static Map<String, @Nullable Object> unmoved(Instant due, Instant at) {
        Map<String, @Nullable Object> details = new LinkedHashMap<>();
        details.put("due", due);
        details.put("at", at);
        return details;
    }

    /**
     * @param left the working time it had left when it was paused; null when the buyer's day has
     *     come
     */
    void resumed(PromiseEntity promise, Instant at, @Nullable Duration left) {
        Map<String, Object> details = moved(promise, at);
        details.put("left", left);
        add(promise, Kind.PROMISE_RESUMED, details);
    }

    void renewed(PromiseEntity promise, Instant at, Instant before) {
        Map<String, Object> details = moved(promise, at);
        details.put("before", before);
        details.put("until", promise.waitsUntil());
        add(promise, Kind.PROMISE_RENEWED, details);
    }

    /** A new version of the charter moved it. */
    void recounted(PromiseEntity promise, Instant at, Instant before) {
        Map<String, Object> details = moved(promise, at);
        details.put("before", before);
        details.put("work", promise.work());
        details.put("charter", promise.charterVersion());
        details.put("calendar", promise.calendarVersion());
        add(promise, Kind.PROMISE_RECOUNTED, details);
    }

    /**
     * @param late working time after the due instant
     */
    void completedLate(PromiseEntity promise, Instant at, Duration late) {
        add(promise, Kind.PROMISE_BROKEN, ending(promise.due(), at, promise.holder(), late));
    }

    /** Its step ended, and was not completed late. */
    void ended(PromiseSnapshot promise, Kind kind, Instant at, @Nullable String holder) {
        add(promise.leadId(), promise.id(), promise.clause(), kind, ending(promise.due(), at, holder, null));
    }

    private static Map<String, @Nullable Object> ending(
            Instant due, Instant at, @Nullable String holder, @Nullable Duration late) {
        Map<String, @Nullable Object> details = new LinkedHashMap<>();
        details.put("due", due);
        details.put("at", at);
        details.put("ended", at);
        details.put("holder", holder);
        details.put("completedLate", late);
        return details;
    }

    /**
     * The words by commitment only: a log that outlives the person holds codes.
     *
     * @param words may be empty
     */
    void reason(PromiseEntity promise, Instant at, String reason, String by, String words) {
        Map<String, @Nullable Object> details = new LinkedHashMap<>();
        details.put("reason", reason);
        details.put("by", by);
        details.put("at", at);
        details.put("words", CommittedText.orNull(words));
        add(promise, Kind.PROMISE_REASON, details);
    }

    private static Map<String, @Nullable Object> moved(PromiseEntity promise, Instant at) {
        Map<String, @Nullable Object> details = new LinkedHashMap<>();
        details.put("due", promise.due());
        details.put("remind", promise.remind());
        details.put("at", at);
        details.put("arithmeticEn", promise.arithmetic().english());
        details.put("arithmeticDe", promise.arithmetic().german());
        return details;
    }

    void add(PromiseEntity promise, Kind kind, Map<String, ? extends @Nullable Object> details) {
        add(promise.leadId(), promise.id(), promise.clause(), kind, details);
    }

    private void add(UUID leadId, UUID id, String clause, Kind kind, Map<String, ? extends @Nullable Object> details) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("promise", id.toString());
        all.put("clause", clause);
        details.forEach((name, value) -> {
            if (value != null) {
                all.put(name, value instanceof Number || value instanceof CommittedText ? value : value.toString());
            }
        });
        log.add(leadId, kind, all);
    }
}
