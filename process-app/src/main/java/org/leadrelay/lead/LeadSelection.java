package org.leadrelay.lead;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Alphabet;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.SearchText;
import org.leadrelay.platform.Wording;

/**
 * SQL filter and order of the list of leads, as the end of a statement over {@code lead l} and its
 * {@code journey j}.
 *
 * @param params what the condition asks for, in the order of its question marks
 */
record LeadSelection(String where, List<Object> params, String order) {

    private static final Wording WORDING = Wording.of(LeadSelection.class);

    private static final Map<String, String> SORT = Map.ofEntries(
            Map.entry("name", Alphabet.sorted("l.name")),
            Map.entry("email", Alphabet.sorted("l.email")),
            Map.entry("company", Alphabet.sorted("l.company")),
            Map.entry("source", Alphabet.sorted("l.source")),
            Map.entry("owner", Alphabet.sorted("l.owner")),
            Map.entry("step", "j.step"),
            Map.entry("end", "j.end_kind"),
            Map.entry("priority", "array_position(array['high','normal','low'], j.priority)"),
            Map.entry("fit", "j.fit"),
            Map.entry("maturity", "j.maturity"),
            Map.entry("capturedAt", "l.captured_at"),
            Map.entry("createdAt", "l.created_at"));

    /**
     * @param owners whose leads may be seen, or null for everybody's
     * @throws Invalid when the query asks for a state or an order that there is not
     */
    static LeadSelection of(LeadQuery query, @Nullable Set<String> owners) {
        StringBuilder sql = new StringBuilder(" where l.merged_into is null");
        List<Object> params = new ArrayList<>();
        if (owners != null) {
            sql.append(" and l.owner = any (string_to_array(?, ','))");
            params.add(String.join(",", owners));
        }
        equal(sql, params, "l.source", query.source());
        equal(sql, params, "j.step", query.step());
        equal(sql, params, "j.end_kind", query.end());
        equal(sql, params, "j.priority", query.priority());
        equal(sql, params, "l.owner", query.owner());
        if ("running".equals(query.state())) {
            sql.append(" and j.ended_at is null");
        } else if ("ended".equals(query.state())) {
            sql.append(" and j.ended_at is not null");
        } else if (given(query.state())) {
            throw Invalid.field("state", WORDING.text("noState"));
        }
        for (SearchText.Word word : SearchText.words(query.q())) {
            sql.append(" and (position(? in l.search) > 0 or position(? in l.search) > 0)");
            params.add(word.plain());
            params.add(word.drawnTogether());
        }
        return new LeadSelection(sql.toString(), params, order(query.sort()));
    }

    private static void equal(StringBuilder sql, List<Object> params, String column, @Nullable String value) {
        if (given(value) && value != null) {
            sql.append(" and ").append(column).append(" = ?");
            params.add(value.replace("\u0000", ""));
        }
    }

    private static boolean given(@Nullable String value) {
        return value != null && !value.isBlank();
    }

    private static String order(String sort) {
        boolean down = sort.startsWith("-");
        String column = SORT.get(down ? sort.substring(1) : sort);
        if (column == null) {
            throw Invalid.field("sort", WORDING.text("noSort", String.join(", ", LeadQuery.SORTS)));
        }
        // The two times are never null, and an index serves them only in its own order.
        boolean always = column.endsWith("_at");
        return " order by " + column + (down ? " desc" : "") + (always ? "" : " nulls last") + ", l.id";
    }
}
