package org.leadrelay.worklist;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Page;
import org.leadrelay.platform.Records;

/**
 * Query parameters of the inbox. Nothing outside the person's sight is ever found, whatever is asked for.
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
        return with("scope", scope);
    }

    public InboxQuery role(@Nullable String role) {
        return with("role", role);
    }

    public InboxQuery step(@Nullable String step) {
        return with("step", step);
    }

    public InboxQuery source(@Nullable String source) {
        return with("source", source);
    }

    public InboxQuery priority(@Nullable String priority) {
        return with("priority", priority);
    }

    public InboxQuery overdue(boolean overdue) {
        return with("overdue", overdue);
    }

    public InboxQuery waiting(boolean waiting) {
        return with("waiting", waiting);
    }

    public InboxQuery text(@Nullable String text) {
        return with("text", text);
    }

    public InboxQuery lead(@Nullable UUID lead) {
        return with("lead", lead);
    }

    public InboxQuery sort(Sort sort, boolean descending) {
        return with("sort", sort).with("descending", descending);
    }

    public InboxQuery page(int offset, int limit) {
        return with("offset", offset).with("limit", limit);
    }

    /** Whether this is one of the two places that cut across all scopes: everything overdue, everything waiting. */
    public boolean acrossScopes() {
        return scope == Scope.ALL && overdue != waiting;
    }

    /** The same without what only {@link #acrossScopes} asks for: what the scopes are counted within. */
    public InboxQuery withinScopes() {
        return acrossScopes() ? overdue(false).waiting(false) : this;
    }

    /** Whether it asks for nothing that {@link TaskCountTable} does not tell apart. */
    boolean countsAlone() {
        return source == null && priority == null && lead == null && (text == null || text.isBlank());
    }

    private InboxQuery with(String component, @Nullable Object value) {
        return Records.with(this, component, value);
    }
}
