package org.leadrelay.promise.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * List item of a promise.
 *
 * @param rep login of whoever held the step when it ended, or holds it now
 * @param lead what the lead is called
 * @param lateMinutes working time after the due instant at which the step was completed after all
 * @param responseMinutes working time until the step was completed, without waiting; null while
 *     that is not counted
 * @param late whose minutes after the due instant those were; null while that is not counted
 * @param reason why it was broken, a code of the charter; {@code words} beside it, said by {@code
 *     reasonBy}
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record PromiseLine(
        UUID id,
        UUID leadId,
        @Nullable String lead,
        @Nullable String source,
        String clause,
        String role,
        String priority,
        @Nullable String rep,
        String state,
        Instant opened,
        Instant due,
        @Nullable Instant ended,
        @Nullable Long lateMinutes,
        @Nullable Long responseMinutes,
        PromiseSummary.@Nullable Minutes late,
        @Nullable String reason,
        @Nullable String reasonBy,
        @Nullable String words) {}
