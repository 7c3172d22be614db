package org.leadrelay.ui.promises;

import com.vaadin.flow.router.QueryParameters;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Invalid;
import org.leadrelay.promise.report.PromiseFilter;
import org.leadrelay.promise.report.PromiseFilter.Took;
import org.leadrelay.promise.report.PromiseOrder;
import org.leadrelay.promise.report.PromiseQuery;

/**
 * URL state of the report: the address can be sent to a colleague.
 *
 * @param list whether the promises themselves are shown, rather than the charts
 * @param order of the promises themselves, as {@link PromiseOrder} reads it
 */
record PromisesState(PromiseFilter filter, boolean list, int page, String order) {

    private static final String LIST = "list";

    private static final int DAYS = 42;
    private static final int LAST_PAGE = 10_000;

    /** The last six weeks and the days to come in which something is due. */
    static PromisesState usual(LocalDate today) {
        return new PromisesState(
                PromiseFilter.between(today.minusDays(DAYS - 1), today.plusDays(7)), false, 0, PromiseOrder.USUAL);
    }

    static PromisesState of(QueryParameters address, LocalDate today) {
        PromiseFilter usual = usual(today).filter();
        LocalDate from = day(value(address, "from"), usual.from());
        LocalDate to = day(value(address, "to"), usual.to());
        return new PromisesState(
                new PromiseFilter(
                        from.isAfter(to) ? to : from,
                        to,
                        null,
                        value(address, "side"),
                        value(address, "clause"),
                        value(address, "rep"),
                        team(value(address, "team")),
                        value(address, "source"),
                        maybe(value(address, "week")),
                        value(address, "state"),
                        took(value(address, "took"))),
                LIST.equals(value(address, "show")),
                number(value(address, "page")),
                order(value(address, "sort")));
    }

    QueryParameters address() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("from", filter.from().toString());
        all.put("to", filter.to().toString());
        put(all, "side", filter.side());
        put(all, "clause", filter.clause());
        put(all, "rep", filter.rep());
        put(all, "team", filter.team());
        put(all, "source", filter.source());
        put(all, "week", filter.week());
        put(all, "state", filter.state());
        Took took = filter.took();
        put(all, "took", took == null ? null : words(took));
        put(all, "show", list ? LIST : null);
        put(all, "page", page == 0 ? null : page);
        put(all, "sort", order.equals(PromiseOrder.USUAL) ? null : order);
        return QueryParameters.simple(all);
    }

    /** As a link. */
    String link() {
        return PromisesNavigation.PROMISES + "?" + address().getQueryString();
    }

    /** The promises of this state, one by one. */
    PromisesState state(@Nullable String state) {
        return new PromisesState(filter.state(state), true, 0, order);
    }

    PromisesState page(int other) {
        return new PromisesState(filter, true, other, order);
    }

    /** One by one from the first, by this column; by the same again, the other way round. */
    PromisesState sorted(String column) {
        boolean same = PromiseOrder.column(order).equals(column);
        boolean down = same && !PromiseOrder.isDescending(order);
        return new PromisesState(filter, true, 0, (down ? "-" : "") + column);
    }

    /** The same promises: one by one, or in charts. */
    PromisesState list(boolean so) {
        return new PromisesState(filter, so, 0, order);
    }

    /** Without the week and the time taken, which have no field of their own. */
    PromisesState widened() {
        return new PromisesState(narrowed(null, null), list, 0, order);
    }

    /** Those of one group, one by one. */
    PromisesState by(By by, String key) {
        return new PromisesState(
                new PromiseFilter(
                        filter.from(),
                        filter.to(),
                        filter.lead(),
                        filter.side(),
                        by == By.CLAUSE ? key : filter.clause(),
                        by == By.REP ? key : filter.rep(),
                        filter.team(),
                        by == By.SOURCE ? key : filter.source(),
                        by == By.WEEK ? maybe(key) : filter.week(),
                        filter.state(),
                        filter.took()),
                true,
                0,
                order);
    }

    /** The steps of one bar of the distribution, whatever became of their promises. */
    PromisesState took(Took took) {
        return new PromisesState(narrowed(filter.week(), took).state(null), true, 0, order);
    }

    private PromiseFilter narrowed(@Nullable LocalDate week, @Nullable Took took) {
        return new PromiseFilter(
                filter.from(),
                filter.to(),
                filter.lead(),
                filter.side(),
                filter.clause(),
                filter.rep(),
                filter.team(),
                filter.source(),
                week,
                filter.state(),
                took);
    }

    /** What promises are grouped by. */
    enum By {
        CLAUSE,
        SOURCE,
        REP,
        WEEK
    }

    private static void put(Map<String, String> all, String name, @Nullable Object value) {
        if (value != null) {
            all.put(name, value.toString());
        }
    }

    private static @Nullable String value(QueryParameters address, String name) {
        return address.getSingleParameter(name).filter(each -> !each.isBlank()).orElse(null);
    }

    private static LocalDate day(@Nullable String text, LocalDate otherwise) {
        LocalDate day = maybe(text);
        return day == null || day.getYear() < 1970 || day.getYear() > 9999 ? otherwise : day;
    }

    private static @Nullable LocalDate maybe(@Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException notADay) {
            return null;
        }
    }

    private static @Nullable UUID team(@Nullable String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException notATeam) {
            return null;
        }
    }

    private static String words(Took took) {
        Long to = took.to();
        return took.from() + "-" + (to == null ? "" : to);
    }

    private static @Nullable Took took(@Nullable String text) {
        try {
            return PromiseQuery.took(text);
        } catch (Invalid noStretch) {
            return null;
        }
    }

    private static String order(@Nullable String text) {
        return text != null && PromiseOrder.isKnown(text) ? text : PromiseOrder.USUAL;
    }

    private static int number(@Nullable String text) {
        return text != null && text.matches("[0-9]{1,5}") ? Math.min(Integer.parseInt(text), LAST_PAGE) : 0;
    }
}
