package org.leadrelay.lead;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Another lead of the same company.
 *
 * @param name what to call it
 * @param owner the rep's login
 * @param ownerName how the rep is called
 * @param step the element where its journey waits, null once it has ended
 * @param end how its latest journey ended, null while it lives
 */
public record CompanyLead(
        UUID id,
        String name,
        @Nullable String owner,
        @Nullable String ownerName,
        @Nullable String step,
        @Nullable String stepName,
        @Nullable String end) {}
