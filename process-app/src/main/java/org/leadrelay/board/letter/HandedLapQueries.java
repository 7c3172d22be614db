package org.leadrelay.board.letter;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.leadrelay.lead.KnownElement;
import org.leadrelay.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Queries of the laps that were handed over in some days, as the boards count them. */
@Component
class HandedLapQueries {

    private static final String HANDED = "l.handed_at >= :from and l.handed_at < :until and l.outside is null";

    /** With the steps as constants, as the partial index has them. */
    private static final String ANSWERED = "d.step in ('" + KnownElement.QUALIFY_LEAD.id() + "', '"
            + KnownElement.COMPLETE_LEAD.id() + "') and d.done_at >= :since";

    private static final String OF_MARKETER = """
        select l.lead_id, l.journey, l.lap, l.handed_at, l.state, l.reason, l.learned,
            case when l.no_word_at <= :now then l.no_word_at end as silent
        from lap_fact l
        where %1$s
            and l.lead_id in (select d.lead_id from task_done d where %2$s and d.person = :marketer)
            and :marketer = (select d.person from task_done d
                where d.lead_id = l.lead_id and %2$s and d.done_at <= l.handed_at and d.person is not null
                order by d.done_at desc, d.task_id desc limit 1)
        order by l.handed_at desc, l.lead_id
        """.formatted(HANDED, ANSWERED);

    private final JdbcClient jdbc;
    private final Clock clock;

    HandedLapQueries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Where all of them stand.
     *
     * @param until not included
     */
    LapStateCounts states(Instant from, Instant until) {
        Map<String, Long> counts = new HashMap<>();
        jdbc.sql("select l.state, count(*) as laps from lap_fact l where " + HANDED + " group by l.state")
                .param("from", Sql.time(from))
                .param("until", Sql.time(until))
                .query(row -> {
                    counts.put(row.getString("state"), row.getLong("laps"));
                });
        return new LapStateCounts(counts);
    }

    /**
     * Those of the marketer who answered for the lead last before it was handed over, the newest first. What the tables alone handed
     * over is nobody's.
     *
     * @param since answers that are older count for nobody
     * @param until not included
     */
    List<HandedLap> of(String marketer, Instant since, Instant from, Instant until) {
        return jdbc.sql(OF_MARKETER)
                .param("now", Sql.time(clock.instant()))
                .param("marketer", marketer)
                .param("since", Sql.time(since))
                .param("from", Sql.time(from))
                .param("until", Sql.time(until))
                .query((row, number) -> new HandedLap(
                        Sql.uuid(row, "lead_id"),
                        row.getInt("journey"),
                        row.getInt("lap"),
                        Sql.instant(row, "handed_at"),
                        row.getString("state"),
                        row.getString("reason"),
                        row.getString("learned"),
                        Sql.instantOrNull(row, "silent")))
                .list();
    }
}
