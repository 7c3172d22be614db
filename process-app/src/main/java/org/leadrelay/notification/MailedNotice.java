package org.leadrelay.notification;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Notice joined with its promise, as the mail that carries it needs it.
 *
 * @param calendarVersion the hours in which the promise is counted, null without a promise
 * @param state how the promise stands, null without one
 * @param endedAt when the promised step ended, null while it runs
 */
record MailedNotice(
        UUID id,
        String recipient,
        @Nullable UUID leadId,
        String kind,
        @Nullable String clause,
        @Nullable Instant dueAt,
        @Nullable Integer calendarVersion,
        @Nullable String state,
        @Nullable Instant endedAt) {

    /** A reminder of what is done, or of what is broken by now, helps nobody. */
    boolean settled() {
        return kind.equals(NoticeKind.REMIND.code()) && (endedAt != null || (state != null && !state.equals("open")));
    }
}
