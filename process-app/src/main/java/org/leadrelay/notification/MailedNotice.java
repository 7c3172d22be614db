package org.leadrelay.notification;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Notice joined with its promise, as the mail that carries it needs it.
 *
 * @param calendarVersion the hours in which the promise is counted, null without a promise
 * @param state how the promise stands, null without one
 * @param cause what it is about, null for news
 * @param resolvedAt when its cause was gone, null while it is not
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
        @Nullable String cause,
        @Nullable Instant resolvedAt,
        @Nullable Instant endedAt) {

    /** The version of the charter that it is about; empty when it is about something else. */
    Optional<Integer> ofCharter() {
        return cause == null ? Optional.empty() : new NoticeCause(cause).charterVersion();
    }

    /** The release of the models that it is about; empty when it is about something else. */
    Optional<Integer> ofRelease() {
        return cause == null ? Optional.empty() : new NoticeCause(cause).release();
    }

    /** The version of a nurture mail's text that it is about; empty when it is about something else. */
    Optional<NoticeCause.TextReference> ofText() {
        return cause == null ? Optional.empty() : new NoticeCause(cause).text();
    }

    /** A reminder of what is done, or of what is broken by now, helps nobody; nor does what is signed or answered. */
    boolean settled() {
        return (state == null && resolvedAt != null)
                || (kind.equals(NoticeKind.REMIND.code())
                        && (endedAt != null || (state != null && !state.equals("open"))));
    }
}
