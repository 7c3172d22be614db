package org.leadrelay.ui.leads;

import com.vaadin.flow.router.QueryParameters;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leadrelay.lead.LeadQuery;

/**
 * URL state of the list: the address can be sent to a colleague.
 *
 * @param sort a sort of {@link LeadQuery}, with a minus in front for descending
 * @param columns the columns shown, in their order
 */
record LeadFilter(
        @Nullable String text,
        @Nullable String state,
        @Nullable String step,
        @Nullable String source,
        @Nullable String priority,
        @Nullable String owner,
        @Nullable String end,
        String sort,
        List<LeadColumn> columns) {

    private static final String NEWEST = "-capturedAt";
    private static final int ANY = 1;

    static LeadFilter none() {
        return new LeadFilter(null, null, null, null, null, null, null, NEWEST, LeadColumn.byDefault());
    }

    static LeadFilter of(QueryParameters address) {
        return new LeadFilter(
                value(address, "text"),
                value(address, "state"),
                value(address, "step"),
                value(address, "source"),
                value(address, "priority"),
                value(address, "owner"),
                value(address, "end"),
                sort(value(address, "sort")),
                columns(value(address, "columns")));
    }

    private static @Nullable String value(QueryParameters address, String name) {
        return address.getSingleParameter(name).filter(each -> !each.isBlank()).orElse(null);
    }

    private static String sort(@Nullable String asked) {
        return asked != null && LeadQuery.SORTS.contains(asked.replaceFirst("^-", "")) ? asked : NEWEST;
    }

    private static List<LeadColumn> columns(@Nullable String names) {
        if (names == null) {
            return LeadColumn.byDefault();
        }
        List<LeadColumn> known = Arrays.stream(names.split(",", -1))
                .map(LeadColumn::named)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        return known.isEmpty() ? LeadColumn.byDefault() : known;
    }

    QueryParameters address() {
        Map<String, String> all = new LinkedHashMap<>();
        put(all, "text", text);
        put(all, "state", state);
        put(all, "step", step);
        put(all, "source", source);
        put(all, "priority", priority);
        put(all, "owner", owner);
        put(all, "end", end);
        put(all, "sort", sort.equals(NEWEST) ? null : sort);
        put(all, "columns", columns.equals(LeadColumn.byDefault()) ? null : names());
        return QueryParameters.simple(all);
    }

    private String names() {
        return columns.stream().map(LeadColumn::key).collect(Collectors.joining(","));
    }

    private static void put(Map<String, String> all, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            all.put(name, value);
        }
    }

    /** Whether anything is asked for. */
    boolean asks() {
        return text != null
                || state != null
                || step != null
                || source != null
                || priority != null
                || owner != null
                || end != null;
    }

    LeadQuery query() {
        return query(0, ANY);
    }

    LeadQuery query(int page, int size) {
        return new LeadQuery(text, source, step, end, state, priority, owner, page, size, sort);
    }

    LeadFilter sorted(String by) {
        return new LeadFilter(text, state, step, source, priority, owner, end, by, columns);
    }

    LeadFilter showing(List<LeadColumn> these) {
        return new LeadFilter(text, state, step, source, priority, owner, end, sort, these);
    }
}
