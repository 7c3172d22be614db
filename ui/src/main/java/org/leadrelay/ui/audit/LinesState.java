package org.leadrelay.ui.audit;

import com.vaadin.flow.router.QueryParameters;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.audit.search.LineQuery;

/**
 * URL state of a search over the log: the address can be sent to a colleague.
 *
 * @param after where the page begins; null at the newest line
 */
record LinesState(
        @Nullable String kind,
        @Nullable String person,
        @Nullable String element,
        @Nullable UUID lead,
        @Nullable UUID promise,
        @Nullable String reason,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String after) {

    static final LinesState ALL = new LinesState(null, null, null, null, null, null, null, null, null);

    static LinesState of(QueryParameters address) {
        return new LinesState(
                text(address, "kind"),
                text(address, "person"),
                text(address, "element"),
                id(address, "lead"),
                id(address, "promise"),
                text(address, "reason"),
                day(address, "from"),
                day(address, "to"),
                text(address, "after"));
    }

    QueryParameters address() {
        Map<String, String> all = new LinkedHashMap<>();
        put(all, "kind", kind);
        put(all, "person", person);
        put(all, "element", element);
        put(all, "lead", lead);
        put(all, "promise", promise);
        put(all, "reason", reason);
        put(all, "from", from);
        put(all, "to", to);
        put(all, "after", after);
        return QueryParameters.simple(all);
    }

    /** As a link. */
    String link() {
        String query = address().getQueryString();
        return AuditNavigation.LINES + (query.isEmpty() ? "" : "?" + query);
    }

    /** The same search from another line on; null from the newest. */
    LinesState page(@Nullable String other) {
        return new LinesState(kind, person, element, lead, promise, reason, from, to, other);
    }

    /** Without the promise, which has no field of its own. */
    LinesState ofAnyPromise() {
        return new LinesState(kind, person, element, lead, null, reason, from, to, null);
    }

    boolean asks() {
        return !page(null).equals(ALL);
    }

    LineQuery query() {
        return new LineQuery(
                kind,
                person,
                element,
                null,
                null,
                lead,
                promise,
                reason,
                from == null ? null : from.toString(),
                to == null ? null : to.toString(),
                after,
                null);
    }

    private static void put(Map<String, String> all, String name, @Nullable Object value) {
        if (value != null) {
            all.put(name, value.toString());
        }
    }

    private static @Nullable String text(QueryParameters address, String name) {
        return address.getSingleParameter(name).filter(each -> !each.isBlank()).orElse(null);
    }

    private static @Nullable UUID id(QueryParameters address, String name) {
        String text = text(address, name);
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            return null;
        }
    }

    private static @Nullable LocalDate day(QueryParameters address, String name) {
        String text = text(address, name);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException noDay) {
            return null;
        }
    }
}
