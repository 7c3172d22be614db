package org.leadrelay.worklist;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.Page;
import org.leadrelay.platform.SearchText;
import org.leadrelay.worklist.InboxQuery.Scope;
import org.leadrelay.worklist.InboxQuery.Sort;

/**
 * Request parameters of {@code GET /api/tasks}.
 *
 * @param mine only the caller's own
 * @param scope mine, role, team or all (the default); {@code mine=true} wins
 * @param q words found in the lead's name, company, e-mail, phone or external id
 * @param sort due, priority, created, step or source; with a minus in front for descending
 * @param page from 0
 * @param size 1 to 500, 50 when not given
 */
record TaskFilter(
        @Nullable Boolean mine,
        @Nullable String scope,
        @Nullable String role,
        @Nullable String step,
        @Nullable String source,
        @Nullable String priority,
        @Nullable Boolean overdue,
        @Nullable Boolean waiting,
        @Nullable String q,
        @Nullable UUID lead,
        @Nullable String sort,
        @Nullable Integer page,
        @Nullable Integer size) {

    private static final int LONGEST_TEXT = 200;

    /**
     * @throws Invalid naming every parameter that is wrong
     */
    InboxQuery query() {
        List<Invalid.Violation> wrong = new ArrayList<>();
        String order = sort == null || sort.isBlank() ? "due" : sort.strip();
        boolean descending = order.startsWith("-");
        Sort by = named(Sort.class, descending ? order.substring(1) : order);
        if (by == null) {
            wrong.add(new Invalid.Violation(
                    "sort", "Sort by due, priority, created, step or source; a minus in front turns" + " it round."));
        }
        Scope whose = scope == null || scope.isBlank() ? Scope.ALL : named(Scope.class, scope.strip());
        if (whose == null) {
            wrong.add(new Invalid.Violation("scope", "The scope is mine, role, team or all."));
        }
        String rank = blankToNull(priority);
        if (rank != null && !Priority.known(rank)) {
            wrong.add(new Invalid.Violation("priority", "The priority is high, normal or low."));
        }
        int rows = size == null ? 50 : size;
        if (rows < 1 || rows > InboxQuery.LARGEST_PAGE) {
            wrong.add(new Invalid.Violation("size", "A page has 1 to " + InboxQuery.LARGEST_PAGE + " tasks."));
        }
        long offset = (page == null ? 0L : page) * rows;
        if (offset < 0 || offset > Page.DEEPEST) {
            wrong.add(new Invalid.Violation("page", "Pages are counted from 0; there are not that many."));
        }
        for (String text : List.of(or(role), or(step), or(source), or(q))) {
            if (text.length() > LONGEST_TEXT || text.indexOf('\0') >= 0) {
                wrong.add(new Invalid.Violation("q", "A filter is a text of at most " + LONGEST_TEXT + " characters."));
            }
        }
        if (wrong.isEmpty() && SearchText.isTooMuch(q)) {
            wrong.add(new Invalid.Violation("q", SearchText.tooMuch()));
        }
        if (!wrong.isEmpty() || by == null || whose == null) {
            throw Invalid.of(wrong);
        }
        return new InboxQuery(
                Boolean.TRUE.equals(mine) ? Scope.MINE : whose,
                blankToNull(role),
                blankToNull(step),
                blankToNull(source),
                rank,
                Boolean.TRUE.equals(overdue),
                Boolean.TRUE.equals(waiting),
                blankToNull(q),
                lead,
                by,
                descending,
                (int) offset,
                rows);
    }

    private static <E extends Enum<E>> @Nullable E named(Class<E> type, String name) {
        for (E each : type.getEnumConstants()) {
            if (each.name().toLowerCase(Locale.ROOT).equals(name)) {
                return each;
            }
        }
        return null;
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static String or(@Nullable String text) {
        return text == null ? "" : text;
    }
}
