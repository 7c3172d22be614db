package org.leadrelay.notification;

import java.time.Instant;
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
 */
public record Notice(
        UUID id,
        @Nullable UUID leadId,
        @Nullable String leadName,
        String kind,
        @Nullable String clause,
        Instant at,
        @Nullable Instant readAt) {}
