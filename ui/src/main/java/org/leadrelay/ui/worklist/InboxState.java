package org.leadrelay.ui.worklist;

import com.vaadin.flow.router.QueryParameters;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leadrelay.worklist.InboxQuery;

/**
 * URL state of the inbox: which tasks, in which order, and which of them is open. Whatever an address holds that
 * is not understood is left out.
 *
 * @param task the open task, null when none is
 * @param columns the columns shown
 */
record InboxState(InboxQuery query, @Nullable String task, List<InboxColumn> columns) {

    static final InboxState START = of(InboxQuery.of(InboxQuery.Scope.ROLE));

    private static final List<String> PRIORITIES = List.of("high", "normal", "low");

    /** These tasks, none of them open, in the standard columns. */
    static InboxState of(InboxQuery query) {
        return new InboxState(query, null, InboxColumn.byDefault());
    }

    /**
     * @param start what is listed where the address does not say whose tasks
     */
    static InboxState of(@Nullable String task, QueryParameters address, InboxQuery start) {
        InboxQuery query = InboxQuery.of(
                        word(address, "scope", InboxQuery.Scope.values()).orElse(start.scope()))
                .role(text(address, "role"))
                .step(text(address, "step"))
                .source(text(address, "source"))
                .priority(address.getSingleParameter("priority")
                        .filter(PRIORITIES::contains)
                        .orElse(null))
                .overdue(address.getSingleParameter("overdue").isPresent())
                .waiting(address.getSingleParameter("waiting").isPresent())
                .text(text(address, "q"))
                .sort(
                        word(address, "sort", InboxQuery.Sort.values()).orElse(InboxQuery.Sort.DUE),
                        address.getSingleParameter("down").isPresent());
        List<InboxColumn> columns = address.getSingleParameter("columns").stream()
                .flatMap(names -> Arrays.stream(names.split(",", -1)))
                .flatMap(name -> InboxColumn.named(name).stream())
                .distinct()
                .sorted()
                .toList();
        return new InboxState(query, task, columns.isEmpty() ? InboxColumn.byDefault() : columns);
    }

    /**
     * @param start what is listed where the address does not say whose tasks
     */
    QueryParameters address(InboxQuery start) {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (query.scope() != start.scope()) {
            parameters.put("scope", lower(query.scope()));
        }
        put(parameters, "role", query.role());
        put(parameters, "step", query.step());
        put(parameters, "source", query.source());
        put(parameters, "priority", query.priority());
        put(parameters, "q", query.text());
        if (query.overdue()) {
            parameters.put("overdue", "true");
        }
        if (query.waiting()) {
            parameters.put("waiting", "true");
        }
        if (query.sort() != InboxQuery.Sort.DUE) {
            parameters.put("sort", lower(query.sort()));
        }
        if (query.descending()) {
            parameters.put("down", "true");
        }
        if (!columns.equals(InboxColumn.byDefault())) {
            parameters.put("columns", columns.stream().map(InboxColumn::key).collect(Collectors.joining(",")));
        }
        return QueryParameters.simple(parameters);
    }

    InboxState query(InboxQuery changed) {
        return new InboxState(changed, task, columns);
    }

    InboxState task(@Nullable String opened) {
        return new InboxState(query, opened, columns);
    }

    InboxState columns(List<InboxColumn> these) {
        return new InboxState(query, task, these);
    }

    /** Whether anything narrows the list beyond the scope. */
    boolean filtered() {
        return query.step() != null
                || query.source() != null
                || query.priority() != null
                || query.overdue()
                || query.waiting()
                || query.text() != null;
    }

    /** The same scope and order, with nothing filtered. */
    InboxState unfiltered() {
        return query(query.role(null)
                .step(null)
                .source(null)
                .priority(null)
                .overdue(false)
                .waiting(false)
                .text(null));
    }

    private static void put(Map<String, String> parameters, String name, @Nullable String value) {
        if (value != null) {
            parameters.put(name, value);
        }
    }

    private static @Nullable String text(QueryParameters address, String name) {
        return address.getSingleParameter(name)
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .orElse(null);
    }

    private static <E extends Enum<E>> Optional<E> word(QueryParameters address, String name, E[] words) {
        return address.getSingleParameter(name)
                .flatMap(value -> Arrays.stream(words)
                        .filter(each -> lower(each).equals(value))
                        .findFirst());
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
