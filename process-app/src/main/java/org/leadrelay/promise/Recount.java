package org.leadrelay.promise;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Words;

/**
 * Result of recalculating one promise.
 *
 * @param before as {@link RecountedPromise#before}
 * @param anew null when the promise stays as it is
 */
record Recount(
        UUID promiseId,
        UUID leadId,
        String clause,
        String priority,
        Instant before,
        Instant after,
        boolean paused,
        RecomputationEffect effect,
        @Nullable Anew anew) {

    /** The columns of the row that change; the arithmetic is added to what stands there. */
    record Anew(
            int charterVersion,
            int calendarVersion,
            Duration work,
            Instant due,
            @Nullable Instant remind,
            Words arithmetic) {}

    static Recount of(
            PromiseEntity promise, Instant before, Instant after, RecomputationEffect effect, @Nullable Anew anew) {
        return new Recount(
                promise.id(),
                promise.leadId(),
                promise.clause(),
                promise.priority(),
                before,
                after,
                promise.isPaused(),
                effect,
                anew);
    }

    RecountedPromise named(String lead) {
        return new RecountedPromise(promiseId, leadId, lead, clause, priority, before, after, paused, effect);
    }
}
