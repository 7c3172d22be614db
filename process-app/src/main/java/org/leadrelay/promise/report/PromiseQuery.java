package org.leadrelay.promise.report;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.Wording;
import org.leadrelay.promise.report.PromiseFilter.Took;

/**
 * Query parameters of the report, as an address states them.
 *
 * @param from day, {@code 2026-03-02}; 30 days before {@code to} when left out, and the lead's
 *     first day when a lead is asked for
 * @param to day, included; today when left out, and the lead's last day when a lead is asked for
 * @param lead only the promises to this lead
 * @param took minutes of working time, {@code 120-240}, or {@code 4800-} for all above
 */
public record PromiseQuery(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable UUID lead,
        @Nullable String side,
        @Nullable String clause,
        @Nullable String rep,
        @Nullable UUID team,
        @Nullable String source,
        @Nullable LocalDate week,
        @Nullable String state,
        @Nullable String took) {

    /** Apart: the description of the API takes every field of this record for a parameter. */
    private static final class Rules {
        static final Wording WORDING = Wording.of(PromiseQuery.class);
        static final int DEFAULT_DAYS = 30;
        static final LocalDate FIRST = LocalDate.of(1970, 1, 1);
        static final LocalDate LAST = LocalDate.of(9999, 12, 31);
        static final Set<String> STATES = Set.of("kept", "broken", "open", "void", "dueToday", "unexplained", "late");
        static final Pattern TOOK = Pattern.compile("(\\d{1,6})-(\\d{1,6})?");
    }

    /**
     * @throws Invalid when it makes no sense
     */
    public PromiseFilter filter(LocalDate today) {
        LocalDate last = to != null ? to : lead == null ? today : Rules.LAST;
        LocalDate first = from != null ? from : lead == null ? last.minusDays(Rules.DEFAULT_DAYS - 1) : Rules.FIRST;
        if (first.isAfter(last) || first.isBefore(Rules.FIRST) || last.isAfter(Rules.LAST)) {
            throw Invalid.field("from", Rules.WORDING.text("days"));
        }
        if (state != null && !Rules.STATES.contains(state)) {
            throw Invalid.field(
                    "state",
                    Rules.WORDING.text(
                            "state",
                            String.join(", ", Rules.STATES.stream().sorted().toList())));
        }
        return new PromiseFilter(first, last, lead, side, clause, rep, team, source, week, state, took(took));
    }

    /**
     * @throws Invalid when it is no such stretch
     */
    public static @Nullable Took took(@Nullable String asked) {
        if (asked == null || asked.isEmpty()) {
            return null;
        }
        Matcher stretch = Rules.TOOK.matcher(asked);
        if (!stretch.matches()) {
            throw Invalid.field("took", Rules.WORDING.text("took"));
        }
        long least = Long.parseLong(stretch.group(1));
        String end = stretch.group(2);
        if (end != null && Long.parseLong(end) <= least) {
            throw Invalid.field("took", Rules.WORDING.text("tookRange", asked));
        }
        return new Took(least, end == null ? null : Long.valueOf(end));
    }
}
