package org.leadrelay.worklist;

import java.util.List;

/**
 * Counters (badges) of the inbox's rail.
 *
 * @param mine assigned to the person
 * @param role of the person's roles: nobody's yet, or the person's own
 * @param team what others in the person's teams have
 * @param all everything the person may see
 * @param waiting of all: those whose promise waits for marketing's answer
 * @param overdue of all: those whose due instant has passed
 * @param steps what the query's scope holds, by role and step; whatever step the query asks for
 */
public record InboxCounts(long mine, long role, long team, long all, long waiting, long overdue, List<Step> steps) {

    public InboxCounts {
        steps = List.copyOf(steps);
    }

    /** How many a query lists, whose filters these counts follow. */
    public long of(InboxQuery query) {
        if (query.acrossScopes()) {
            return query.overdue() ? overdue : waiting;
        }
        return switch (query.scope()) {
            case MINE -> mine;
            case ROLE -> role;
            case TEAM -> team;
            case ALL -> all;
        };
    }

    /**
     * What waits at one step of a model.
     *
     * @param step the model's element id
     * @param name what is to be done there
     */
    public record Step(String role, String step, String name, long count, long overdue) {}
}
