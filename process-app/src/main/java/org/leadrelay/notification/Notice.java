package org.leadrelay.notification;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * In-app notice to one person.
 *
 * @param leadName what the lead is called, null when the notice is about none or it is gone
 * @param kind {@code remind}, {@code overdue}, {@code callDue}, {@code objection} or another word
 *     of the product
 * @param clause the promise it is about
 * @param readAt null while unread
 * @param resolvedAt when what it is about was gone, null while it is not
 * @param cause what it is about, null for news that nothing resolves
 * @param due when the promise that it is about is due, while that runs and is not paused; else null
 * @param holder login of who has the promised step, in whose hours the time left is counted; null while nobody does
 */
public record Notice(
        UUID id,
        @Nullable UUID leadId,
        @Nullable String leadName,
        String kind,
        @Nullable String clause,
        Instant at,
        @Nullable Instant readAt,
        @Nullable Instant resolvedAt,
        @Nullable String cause,
        @Nullable Instant due,
        @Nullable String holder) {

    /** Whether it is still to be read, and counts. */
    public boolean fresh() {
        return readAt == null && resolvedAt == null;
    }

    /** The release of the models that it is about; empty when it is about something else. */
    public Optional<Integer> ofRelease() {
        return cause == null ? Optional.empty() : new NoticeCause(cause).release();
    }

    /** The version of a nurture mail's text that it is about; empty when it is about something else. */
    public Optional<NoticeCause.TextReference> ofText() {
        return cause == null ? Optional.empty() : new NoticeCause(cause).text();
    }

    /** Whether it is about drift of the decision tables. */
    public boolean ofDrift() {
        return cause != null && new NoticeCause(cause).drift().isPresent();
    }

    /** The version of the charter that it is about; empty when it is about something else. */
    public Optional<Integer> ofCharter() {
        return cause == null ? Optional.empty() : new NoticeCause(cause).charterVersion();
    }
}
