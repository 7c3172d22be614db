package org.leadrelay.lead;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Label of a lead: what to call it, and whose it is.
 *
 * @param id of the survivor where the lead was merged
 * @param owner the rep's login
 */
public record LeadName(
        UUID id,
        String name,
        @Nullable String company,
        @Nullable String owner) {

    /** The name, and the company beside it where that says more. */
    public String withCompany() {
        return company == null || company.equals(name) ? name : name + ", " + company;
    }
}
