package org.leadrelay.board;

import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.Wording;

/**
 * Query parameters of a board, as an address states them: {@link BoardFilter}.
 *
 * @param from day, {@code 2026-03-02}
 * @param to day, included
 * @param horizon days, {@code P90D}
 */
public record BoardQuery(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String source,
        @Nullable String campaign,
        @Nullable String content,
        @Nullable UUID team,
        @Nullable Integer table,
        @Nullable Integer model,
        @Nullable Integer lap,
        @Nullable String rep,
        @Nullable String horizon) {

    /** Apart: the description of the API takes every field of this record for a parameter. */
    private static final class Rules {
        static final Wording WORDING = Wording.of(BoardQuery.class);
        static final int LONGEST = 3660;
    }

    /**
     * @param parameter what the grouping is called in the address
     * @param grouping code of a {@link Grouping}
     * @throws Invalid when it makes no sense
     */
    public BoardFilter filter(String parameter, @Nullable String grouping) {
        return new BoardFilter(
                from, to, source, campaign, content, team, table, model, lap, rep, by(parameter, grouping), days());
    }

    private static @Nullable Grouping by(String parameter, @Nullable String grouping) {
        return grouping == null || grouping.isEmpty()
                ? null
                : Grouping.of(grouping)
                        .orElseThrow(() -> Invalid.field(
                                parameter,
                                Rules.WORDING.text(
                                        "group",
                                        grouping,
                                        String.join(
                                                ", ",
                                                Arrays.stream(Grouping.values())
                                                        .map(Grouping::code)
                                                        .toList()))));
    }

    private @Nullable Duration days() {
        if (horizon == null || horizon.isEmpty()) {
            return null;
        }
        try {
            Period period = Period.parse(horizon);
            long days = period.get(ChronoUnit.DAYS);
            if (period.toTotalMonths() == 0 && days > 0 && days <= Rules.LONGEST) {
                return Duration.ofDays(days);
            }
        } catch (DateTimeParseException e) {
            throw Invalid.field("horizon", Rules.WORDING.text("horizon", horizon, Rules.LONGEST));
        }
        throw Invalid.field("horizon", Rules.WORDING.text("horizon", horizon, Rules.LONGEST));
    }
}
