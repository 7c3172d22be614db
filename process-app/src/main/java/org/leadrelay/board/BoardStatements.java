package org.leadrelay.board;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.leadrelay.charter.Charter;
import org.leadrelay.platform.Forbidden;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.Sql;
import org.leadrelay.platform.Wording;
import org.leadrelay.workingtime.BusinessCalendar;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes the statement of a filter: what was left open filled in, and asked whether the reader may. */
@Component
class BoardStatements {

    private static final Wording WORDING = Wording.of(BoardStatements.class);

    private final JdbcClient jdbc;
    private final LapFactValues values;
    private final BoardPeople people;
    private final BoardSettings settings;
    private final HorizonRule horizons;
    private final Charter charter;
    private final Clock clock;

    BoardStatements(
            JdbcClient jdbc,
            LapFactValues values,
            BoardPeople people,
            BoardSettings settings,
            HorizonRule horizons,
            Charter charter,
            Clock clock) {
        this.jdbc = jdbc;
        this.values = values;
        this.people = people;
        this.settings = settings;
        this.horizons = horizons;
        this.charter = charter;
        this.clock = clock;
    }

    /**
     * @throws Invalid when the days are none
     * @throws Forbidden when the current person reads no boards, or asks for a team or person that is not shown to them
     */
    BoardStatement of(BoardFilter filter) {
        people.mustRead();
        List<UUID> apart = filter.team() == null && filter.group() != Grouping.TEAM
                ? List.of()
                : people.teamsApart(values.people());
        people.check(filter, apart);
        BusinessCalendar calendar = charter.calendar();
        ZoneId zone = calendar.zone();
        Instant asOf = clock.instant();
        LocalDate today = LocalDate.ofInstant(asOf, zone);
        LocalDate began = settings.recordingBegan() == null ? firstDay(zone, today) : settings.recordingBegan();
        LocalDate to = filter.to() == null ? today : filter.to();
        LocalDate from = filter.from() == null ? (began.isAfter(to) ? to : began) : filter.from();
        if (from.isAfter(to)) {
            throw Invalid.field("from", WORDING.text("days"));
        }
        return new BoardStatement(
                filter,
                new BoardStatement.Bounds(
                        from,
                        to,
                        began,
                        filter.horizon() == null ? horizons.of(today, zone) : filter.horizon(),
                        zone,
                        asOf,
                        new WorkingSeconds(calendar).at(asOf),
                        anyGap()),
                apart);
    }

    private boolean anyGap() {
        return jdbc.sql("select exists (select from lap_fact where lacks <> '{}')")
                .query(Boolean.class)
                .single();
    }

    private LocalDate firstDay(ZoneId zone, LocalDate today) {
        return jdbc.sql("select min(captured_at) as first from lap_fact where first")
                .query((row, n) -> Sql.instantOrNull(row, "first"))
                .optional()
                .map(first -> LocalDate.ofInstant(first, zone))
                .orElse(today);
    }
}
