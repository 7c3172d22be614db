package org.leadrelay.forecast;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadrelay.lead.KnownElement;
import org.leadrelay.platform.Sql;
import org.leadrelay.worklist.Priority;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Queries that count the leads which are not with a rep yet. */
@Repository
class ForecastQueries {

    /** Where marketing decides whether a lead goes on to sales. */
    private static final List<String> MARKETINGS =
            List.of(KnownElement.QUALIFY_LEAD.id(), KnownElement.COMPLETE_LEAD.id());

    /** Below, a lead is so far from buying that no rep needs to know of it. */
    private static final int FAR_ALONG = 3;

    private final JdbcClient jdbc;

    ForecastQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Leads that are alike.
     *
     * @param day on which the answer is due, null when nothing is promised or it waits
     */
    record Group(
            @Nullable String fit,
            @Nullable Integer maturity,
            String priority,
            @Nullable LocalDate day,
            long leads,
            long late) {}

    List<Group> withMarketing(Instant now, ZoneId zone) {
        return jdbc.sql("""
            select j.fit, j.maturity, t.priority,
                   case when t.due < 'infinity' and not t.waiting and t.due < :far
                       then cast(t.due at time zone :zone as date) end as day,
                   count(*) as leads,
                   count(*) filter (where t.due <= :now) as late
            from task_item t
            join journey j on j.lead_id = t.lead_id and j.ended_at is null
            where t.step = any(:steps)
            group by 1, 2, 3, 4
            """)
                .param("steps", MARKETINGS.toArray(String[]::new))
                .param("zone", zone.getId())
                .param("now", Sql.time(now))
                .param("far", Sql.time(now).plusYears(10))
                .query(ForecastQueries::group)
                .list();
    }

    /** Rated, on a track, and nobody's task: what waits only for the buyer. */
    List<Group> nurtured() {
        return jdbc.sql("""
            select j.fit, j.maturity,
                   case j.priority when 'high' then 0 when 'low' then 2 else 1 end
                       as priority,
                   cast(null as date) as day, count(*) as leads, 0 as late
            from journey j
            where j.ended_at is null and j.track is not null and j.maturity >= :far
              and not exists (select from task_item t where t.lead_id = j.lead_id)
              and not exists (select from rep_place p where p.lead_id = j.lead_id)
              and not exists (
                  select from hand_off_waiting w where w.lead_id = j.lead_id)
            group by 1, 2, 3
            """)
                .param("far", FAR_ALONG)
                .query(ForecastQueries::group)
                .list();
    }

    /** What became of the leads that marketing answered since then; literals, for the partial index on these steps. */
    Past since(Instant then) {
        return jdbc.sql("""
            with answered as (
                select lead_id, min(done_at) as at from task_done
                where step in ('%s', '%s')
                  and person is not null and done_at >= :then
                group by lead_id)
            select count(*) as answered,
                   count(*) filter (where exists (
                       select from rep_given g
                       where g.lead_id = a.lead_id and g.given_at >= a.at))
                       as handed_over
            from answered a
            """.formatted(MARKETINGS.toArray()))
                .param("then", Sql.time(then))
                .query(Past.class)
                .single();
    }

    record Past(long answered, long handedOver) {}

    private static Group group(ResultSet row, int number) throws SQLException {
        return new Group(
                row.getString("fit"),
                row.getObject("maturity", Integer.class),
                Priority.word(row.getInt("priority")),
                row.getObject("day", LocalDate.class),
                row.getLong("leads"),
                row.getLong("late"));
    }
}
