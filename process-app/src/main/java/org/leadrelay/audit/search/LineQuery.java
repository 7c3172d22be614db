package org.leadrelay.audit.search;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Query parameters of a search over the journey log, as an address states them. Without a lead, steps of a token
 * ({@code entered}, {@code left}, {@code flow}, {@code started}) are left out.
 *
 * @param kind a code of {@code Kind}: {@code promise-broken}
 * @param person login of who did it; {@code system} for the product itself
 * @param element id of a step of a model
 * @param model id of a process, with {@code version} where only one is meant
 * @param reason code of an agreed list with which somebody answered or explained
 * @param from day ({@code 2026-03-02}, its beginning) or instant ({@code 2026-03-02T09:00:00Z}), included
 * @param to day (its end) or instant, not included
 * @param after {@code next} of the page before
 * @param size lines of a page, 1 to 500; 50 when left out
 */
public record LineQuery(
        @Nullable String kind,
        @Nullable String person,
        @Nullable String element,
        @Nullable String model,
        @Nullable Integer version,
        @Nullable UUID lead,
        @Nullable UUID promise,
        @Nullable String reason,
        @Nullable String from,
        @Nullable String to,
        @Nullable String after,
        @Nullable Integer size) {

    /** Everything of one lead, newest first. */
    public static LineQuery ofLead(UUID lead) {
        return new LineQuery(null, null, null, null, null, lead, null, null, null, null, null, null);
    }

    /**
     * Another page of the same.
     *
     * @param other {@code next} of the page before; null for the first
     */
    public LineQuery page(@Nullable String other, int lines) {
        return new LineQuery(kind, person, element, model, version, lead, promise, reason, from, to, other, lines);
    }
}
