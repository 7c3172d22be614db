package org.leadrelay.board.words;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.leadrelay.board.BoardFilter;
import org.leadrelay.board.Grouping;

/**
 * Query parameters of a board's filter, as pages and subscriptions keep it. What cannot be read is as if it were not there: an address
 * from a mail opens something in any case.
 */
public final class FilterQuery {

    private static final int LONGEST = 200;

    private FilterQuery() {}

    public static BoardFilter read(Function<String, @Nullable String> parameters) {
        return new BoardFilter(
                value(parameters, "from", LocalDate::parse),
                value(parameters, "to", LocalDate::parse),
                value(parameters, "source", Function.identity()),
                value(parameters, "campaign", Function.identity()),
                value(parameters, "content", Function.identity()),
                value(parameters, "team", UUID::fromString),
                value(parameters, "table", Integer::valueOf),
                value(parameters, "model", Integer::valueOf),
                value(parameters, "lap", Integer::valueOf),
                value(parameters, "rep", Function.identity()),
                value(parameters, "group", code -> Grouping.of(code).orElseThrow(IllegalArgumentException::new)),
                value(parameters, "horizon", Duration::parse));
    }

    /** By their names, without those that ask for all. */
    public static Map<String, String> write(BoardFilter filter) {
        Map<String, String> all = new LinkedHashMap<>();
        put(all, "from", filter.from());
        put(all, "to", filter.to());
        put(all, "source", filter.source());
        put(all, "campaign", filter.campaign());
        put(all, "content", filter.content());
        put(all, "team", filter.team());
        put(all, "table", filter.table());
        put(all, "model", filter.model());
        put(all, "lap", filter.lap());
        put(all, "rep", filter.rep());
        Grouping group = filter.group();
        put(all, "group", group == null ? null : group.code());
        Duration horizon = filter.horizon();
        put(all, "horizon", horizon == null ? null : "P" + horizon.toDays() + "D");
        return all;
    }

    /** One parameter, or null where it is missing or unreadable. */
    public static <T> @Nullable T value(
            Function<String, @Nullable String> parameters, String name, Function<String, T> read) {
        String text = parameters.apply(name);
        if (text == null || text.isBlank() || text.length() > LONGEST) {
            return null;
        }
        try {
            return read.apply(text);
        } catch (DateTimeException | IllegalArgumentException unreadable) {
            return null;
        }
    }

    private static void put(Map<String, String> all, String name, @Nullable Object value) {
        if (value != null) {
            all.put(name, value.toString());
        }
    }
}
