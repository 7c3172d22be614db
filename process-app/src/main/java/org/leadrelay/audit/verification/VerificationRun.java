package org.leadrelay.audit.verification;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Verification of one lead's log or of all there is.
 *
 * @param scope {@code all}, or {@code lead} with its id
 * @param state queued, running, done, cancelled, stopped (its node went away) or failed
 * @param asOf by the database's clock: every line that was committed before it was looked at; nothing is said of later ones
 * @param total streams there are to look at; a lead has one, and each kind of other lines some
 * @param streams looked at so far
 * @param lines looked at so far
 * @param closed those among them whose lines, or the first of them, were removed by rule
 * @param findings how many things did not fit, also those beyond what is listed
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record VerificationRun(
        UUID id,
        String scope,
        @Nullable UUID lead,
        State state,
        String askedBy,
        Instant askedAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Instant asOf,
        long total,
        long streams,
        long lines,
        long closed,
        long findings) {

    /** Whether something still happens. */
    public boolean open() {
        return state == State.QUEUED || state == State.RUNNING;
    }

    /** Whether everything was looked at, and everything fits. */
    public boolean fits() {
        return state == State.DONE && findings == 0;
    }

    /** How long it ran; null while it does. */
    @JsonProperty
    public @Nullable Double seconds() {
        return startedAt == null || endedAt == null
                ? null
                : Duration.between(startedAt, endedAt).toMillis() / 1_000d;
    }

    /** Life of a job. */
    public enum State {
        QUEUED,
        RUNNING,
        DONE,
        CANCELLED,
        /** Its node went away before the end; it is asked for anew. */
        STOPPED,
        FAILED;

        /** As REST and the database write it. */
        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
