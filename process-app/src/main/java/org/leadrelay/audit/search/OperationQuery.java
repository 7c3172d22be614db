package org.leadrelay.audit.search;

import org.jspecify.annotations.Nullable;

/**
 * Query parameters of a search over the lines that are no lead's: operations, or readings.
 *
 * @param kind a code of {@code Kind}: {@code role-changed}
 * @param person login of who did it
 * @param subject whom or what it is about: a login, a code, an id; of readings a lead
 * @param from day or instant, included
 * @param to day (its end) or instant, not included
 * @param after {@code next} of the page before
 * @param size lines of a page, 1 to 500; 50 when left out
 */
public record OperationQuery(
        @Nullable String kind,
        @Nullable String person,
        @Nullable String subject,
        @Nullable String from,
        @Nullable String to,
        @Nullable String after,
        @Nullable Integer size) {

    /** The same without a kind and a subject that are given otherwise: who read this lead. */
    static OperationQuery readings(@Nullable String lead, OperationQuery asked) {
        return new OperationQuery(
                asked.kind(), asked.person(), lead, asked.from(), asked.to(), asked.after(), asked.size());
    }
}
