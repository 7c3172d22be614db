package org.leadrelay.worklist;

import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Page;

/**
 * Which tasks to list. Nothing outside the person's sight is ever found, whatever is asked for.
 *
 * @param role only this role's tasks
 * @param step only this element of a model
 * @param source only leads of this source
 * @param priority high, normal or low
 * @param overdue only those whose due instant has passed
 * @param waiting only those whose promise waits for marketing's answer
 * @param text words that must all be found in the lead's name, company, e-mail or external id
 * @param lead only this lead's tasks
 * @param offset how many to leave out
 * @param limit 1 to 500
 */
public record InboxQuery(
        Scope scope,
        @Nullable String role,
        @Nullable String step,
        @Nullable String source,
        @Nullable String priority,
        boolean overdue,
        boolean waiting,
        @Nullable String text,
        @Nullable UUID lead,
        Sort sort,
        boolean descending,
        int offset,
        int limit) {

    public static final int LARGEST_PAGE = Page.LARGEST;

    /** Whose tasks. */
    public enum Scope {
        /** Assigned to the person. */
        MINE,
        /** Those of the roles the person holds that nobody has taken, or the person has. */
        ROLE,
        /** Those that others in the person's teams have. */
        TEAM,
        /** All the person may see. */
        ALL
    }

    /** In what order; equals are ordered by due instant. */
    public enum Sort {
        DUE,
        PRIORITY,
        CREATED,
        STEP,
        SOURCE
    }

    public InboxQuery {
        if (limit < 1 || limit > LARGEST_PAGE || offset < 0) {
            throw new IllegalArgumentException("offset " + offset + ", limit " + limit);
        }
    }

    /** The first fifty, by promise. */
    public static InboxQuery of(Scope scope) {
        return new InboxQuery(scope, null, null, null, null, false, false, null, null, Sort.DUE, false, 0, 50);
    }

    public InboxQuery scope(Scope scope) {
        return with(changed -> changed.scope = scope);
    }

    public InboxQuery role(@Nullable String role) {
        return with(changed -> changed.role = role);
    }

    public InboxQuery step(@Nullable String step) {
        return with(changed -> changed.step = step);
    }

    public InboxQuery source(@Nullable String source) {
        return with(changed -> changed.source = source);
    }

    public InboxQuery priority(@Nullable String priority) {
        return with(changed -> changed.priority = priority);
    }

    public InboxQuery overdue(boolean overdue) {
        return with(changed -> changed.overdue = overdue);
    }

    public InboxQuery waiting(boolean waiting) {
        return with(changed -> changed.waiting = waiting);
    }

    public InboxQuery text(@Nullable String text) {
        return with(changed -> changed.text = text);
    }

    public InboxQuery lead(@Nullable UUID lead) {
        return with(changed -> changed.lead = lead);
    }

    public InboxQuery sort(Sort sort, boolean descending) {
        return with(changed -> {
            changed.sort = sort;
            changed.descending = descending;
        });
    }

    public InboxQuery page(int offset, int limit) {
        return with(changed -> {
            changed.offset = offset;
            changed.limit = limit;
        });
    }

    private InboxQuery with(Consumer<Changed> change) {
        var changed = new Changed(this);
        change.accept(changed);
        return changed.query();
    }

    /** A copy while it is being changed. */
    private static final class Changed {
        private Scope scope;
        private @Nullable String role;
        private @Nullable String step;
        private @Nullable String source;
        private @Nullable String priority;
        private boolean overdue;
        private boolean waiting;
        private @Nullable String text;
        private @Nullable UUID lead;
        private Sort sort;
        private boolean descending;
        private int offset;
        private int limit;

        Changed(InboxQuery query) {
            scope = query.scope;
            role = query.role;
            step = query.step;
            source = query.source;
            priority = query.priority;
            overdue = query.overdue;
            waiting = query.waiting;
            text = query.text;
            lead = query.lead;
            sort = query.sort;
            descending = query.descending;
            offset = query.offset;
            limit = query.limit;
        }

        InboxQuery query() {
            return new InboxQuery(
                    scope, role, step, source, priority, overdue, waiting, text, lead, sort, descending, offset, limit);
        }
    }
}
