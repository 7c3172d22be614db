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
 */
record NoticeContent(
        String key,
        NoticeKind kind,
        @Nullable UUID leadId,
        @Nullable String clause,
        @Nullable UUID promiseId,
        @Nullable Instant due) {

    static NoticeContent about(UUID leadId, NoticeKind kind, String key) {
        return new NoticeContent(key, kind, leadId, null, null, null);
    }
}
