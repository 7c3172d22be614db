package org.leadrelay.lead;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Query parameters of the list of leads; a null or an empty text asks nothing.
 *
 * @param q words that must all be found in name, e-mail, company, phone or external id
 * @param step the id of the element where the journey waits
 * @param end how the latest journey ended
 * @param state running or ended
 * @param page from 0
 * @param size 1 to 500
 * @param sort a column of {@link #SORTS}, with a minus in front for descending
 */
public record LeadQuery(
        @Nullable String q,
        @Nullable String source,
        @Nullable String step,
        @Nullable String end,
        @Nullable String state,
        @Nullable String priority,
        @Nullable String owner,
        int page,
        int size,
        String sort) {

    public static final List<String> SORTS = List.of(
            "name",
            "email",
            "company",
            "source",
            "owner",
            "step",
            "end",
            "priority",
            "fit",
            "maturity",
            "capturedAt",
            "createdAt");

    public static LeadQuery first(int size) {
        return new LeadQuery(null, null, null, null, null, null, null, 0, size, "-capturedAt");
    }

    public LeadQuery at(int page) {
        return new LeadQuery(q, source, step, end, state, priority, owner, page, size, sort);
    }
}
