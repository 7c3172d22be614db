package org.leadrelay.board;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.leadrelay.nurture.Attempts;
import org.leadrelay.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Query of what became of leads alike in the last year, from the boards' rows. A lap counts once it has been watched for a fixed time,
 * so that quick ends are not counted before slow ones. What was counted is held for an hour.
 */
@Repository
public class AlikeQueries {

    private static final Duration YEAR = Duration.ofDays(365);
    private static final Duration HELD = Duration.ofHours(1);
    private static final int MOST = 2_000;

    /** So long after its acceptance it is settled whether a lead was reached. */
    private static final Duration REACHING = Duration.ofDays(30);

    /** So long after it went back. */
    private static final Duration WINNING = Duration.ofDays(90);

    private static final String ALIKE =
            """
        select count(*) filter (where accepted) as accepted,
            count(*) filter (where accepted and reached and failed = 0) as first,
            count(*) filter (where accepted and reached and failed = 1) as second,
            count(*) filter (where accepted and reached and failed = 2) as third,
            count(*) filter (where back) as back,
            count(*) filter (where back and won) as won
        from (
            select f.accepted_at between :from and :reached and not f.lacks && array['accepted', 'contacted'] as accepted,
                f.contacted_at between f.accepted_at and f.accepted_at + :reaching * interval '1 day' as reached,
                f.lap < f.laps and f.lap_won_at is null and f.left_at between :from and :won as back,
                f.won_at between f.left_at and f.left_at + :winning * interval '1 day' as won,
                %s as failed
            from lap_fact f
            where f.fit = :fit and f.maturity = :maturity and f.source = :source and f.handed_at >= :from
              and f.outside is null
        ) lap
        """.formatted(Attempts.failedBetween("f.lead_id", "f.lap", "f.accepted_at", "f.contacted_at"));

    private record Cell(String fit, int maturity, String source) {}

    private record Held(LeadsAlike alike, Instant until) {}

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Map<Cell, Held> held = new ConcurrentHashMap<>();

    AlikeQueries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Empty where there are too few to say anything. */
    public Optional<LeadsAlike> of(String fit, int maturity, String source) {
        Instant now = clock.instant();
        Cell cell = new Cell(fit, maturity, source);
        Held known = held.get(cell);
        if (known == null || !now.isBefore(known.until())) {
            if (held.size() >= MOST) {
                held.clear();
            }
            known = new Held(read(cell, now), now.plus(HELD));
            held.put(cell, known);
        }
        LeadsAlike alike = known.alike();
        return alike.tellsReached() || alike.tellsWonLater() ? Optional.of(alike) : Optional.empty();
    }

    private LeadsAlike read(Cell cell, Instant now) {
        return jdbc.sql(ALIKE)
                .param("fit", cell.fit())
                .param("maturity", cell.maturity())
                .param("source", cell.source())
                .param("from", Sql.time(now.minus(YEAR)))
                .param("reached", Sql.time(now.minus(REACHING)))
                .param("reaching", REACHING.toDays())
                .param("won", Sql.time(now.minus(WINNING)))
                .param("winning", WINNING.toDays())
                .query((row, number) -> alike(cell, row))
                .single();
    }

    private static LeadsAlike alike(Cell cell, ResultSet row) throws SQLException {
        return new LeadsAlike(
                cell.fit(),
                cell.maturity(),
                cell.source(),
                row.getLong("accepted"),
                List.of(row.getLong("first"), row.getLong("second"), row.getLong("third")),
                row.getLong("back"),
                row.getLong("won"));
    }
}
