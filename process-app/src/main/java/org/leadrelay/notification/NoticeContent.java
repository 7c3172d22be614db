package org.leadrelay.notification;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Content of a notice.
 *
 * @param key names it: who was told under this key is not told again
 * @param promiseId the promise it is about, if any
 * @param due when that was promised for
 * @param cause what resolves it when it is gone; null for news, which nothing resolves
 */
record NoticeContent(
        String key,
        NoticeKind kind,
        @Nullable UUID leadId,
        @Nullable String clause,
        @Nullable UUID promiseId,
        @Nullable Instant due,
        @Nullable NoticeCause cause) {

    static NoticeContent about(UUID leadId, NoticeKind kind, String key) {
        return new NoticeContent(key, kind, leadId, null, null, null, null);
    }

    static NoticeContent about(UUID leadId, NoticeCause cause, NoticeKind kind, String key) {
        return new NoticeContent(key, kind, leadId, null, null, null, cause);
    }

    /** About no lead. */
    static NoticeContent about(NoticeCause cause, NoticeKind kind, String key) {
        return new NoticeContent(key, kind, null, null, null, null, cause);
    }

    /** About a promise of a lead. */
    static NoticeContent about(UUID promiseId, UUID leadId, String clause, Instant due, NoticeKind kind, String key) {
        return new NoticeContent(key, kind, leadId, clause, promiseId, due, NoticeCause.promise(promiseId));
    }
}
