package org.leadrelay.lead;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * List item of a lead.
 *
 * @param name what to call it: name, e-mail, company, or # and the external id; never empty
 */
public record LeadRow(
        UUID id,
        String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String company,
        @Nullable String source,
        @Nullable String campaign,
        String origin,
        @Nullable String externalId,
        @Nullable String owner,
        @Nullable String step,
        @Nullable String stepName,
        @Nullable String end,
        @Nullable String route,
        @Nullable String priority,
        @Nullable String fit,
        @Nullable Integer maturity,
        @Nullable Long lap,
        Instant createdAt,
        Instant capturedAt) {

    /** running or ended. */
    @JsonProperty
    public String state() {
        return end == null ? "running" : "ended";
    }
}
