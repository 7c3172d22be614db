package org.leadrelay.promise.report;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Alphabet;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.Wording;

/**
 * Sort order of promises: by a column, with {@code -} before its name for descending. Whatever a promise has
 * nothing of stands last either way, and of equals the one that was due last stands first.
 */
public final class PromiseOrder {

    /** The latest due first. */
    public static final String USUAL = "-due";

    /** By what promises can be listed. */
    public static final List<String> COLUMNS =
            List.of("lead", "clause", "rep", "state", "due", "response", "late", "reason");

    private static final Wording WORDING = Wording.of(PromiseOrder.class);

    private static final Map<String, String> SQL = Map.of(
            "lead",
            Alphabet.sorted("coalesce(l.name, l.company, l.email)"),
            "clause",
            "p.clause",
            "rep",
            Alphabet.sorted("(select r.display_name from person r" + " where r.login = p.holder)"),
            "state",
            "array_position(array['open', 'broken', 'kept', 'void'], p.state)",
            "response",
            "case when " + PromiseFilter.COMPLETED + " then " + PromiseFilter.TOOK + " end",
            "late",
            "nullif(coalesce(p.late_seconds * 1000, " + PromiseFilter.LATE + "), 0)",
            "reason",
            "p.reason");

    private PromiseOrder() {}

    /** Whether promises can be listed in this order. */
    public static boolean isKnown(@Nullable String order) {
        return order != null && COLUMNS.contains(column(order));
    }

    /** Whether it lists the largest first. */
    public static boolean isDescending(String order) {
        return order.startsWith("-");
    }

    /** The column by which it lists. */
    public static String column(String order) {
        return isDescending(order) ? order.substring(1) : order;
    }

    /**
     * The end of a statement over {@code promise p} and what belongs to it.
     *
     * @throws Invalid when promises cannot be listed in this order
     */
    static String sql(String order) {
        if (!isKnown(order)) {
            throw Invalid.field("sort", WORDING.text("sort", String.join(", ", COLUMNS)));
        }
        String direction = isDescending(order) ? " desc" : "";
        if (column(order).equals("due")) {
            // by the index as it is: a place for nulls, of which there are none, would have all of them sorted for each
            // page
            return " order by p.due_at" + direction + ", p.id";
        }
        return " order by " + SQL.get(column(order)) + direction + " nulls last, p.due_at desc, p.id";
    }
}
