package org.leadrelay.board;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of {@code lap_fact} made straight in SQL, by a seed of the database. */
final class FactRows {

    private final JdbcClient jdbc;

    FactRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Leads captured over 120 days before a moment, of whom a quarter is won, after a lag of 36 days on average, and what was won later
     * than that moment is not known yet.
     */
    void cohorts(int leads, String asOf) {
        jdbc.sql("select setseed(0.42)").query().listOfRows();
        jdbc.sql("""
            insert into lap_fact (lead_id, journey, lap, first, laps, returned, source, captured_at, mature_at, journey_handed_at,
                journey_accepted_at, won_at, ended_at, end_kind, deal_value, currency, owner, rep, lacks, state, began_at, rated_at, fit,
                maturity, route, matrix_version, matrix_row, model_version, handed_at, given_at, missed, answered_at, answer, accepted_at,
                contacted_at, lap_won_at, left_at, changed, captured_w, mature_w, journey_handed_w, journey_accepted_w, won_w, given_w,
                answered_w, accepted_w, contacted_w)
            select gen_random_uuid(), 1, 1, true, 1, false, source, at, at, at, at, won, won, case when won is not null then 'won' end,
                case when won is not null then 1000 + n % 5000 end, case when won is not null then 'EUR' end, rep, rep, '{}',
                case when won is not null then 'WON' else 'FOLLOW_UP' end, at, at, fit, maturity, 'handOff', 1 + n % 3, 1 + n % 8, 1 + n % 2,
                at, at, 0, at + interval '2 hours', 'accepted', at + interval '2 hours', at + interval '1 day', won, won, '{}',
                w, w, w, w + 7200, case when won is not null then w + 400000 end, w, w + 60 * (n % 480), w + 7200, w + 28800
            from (
                select n, at, case when n % 4 = 0 and at + lag < cast(:asOf as timestamptz) then at + lag end as won,
                    'source-' || n % 12 as source, 'rep-' || n % 40 as rep, chr(65 + n % 4) as fit, 1 + n / 4 % 4 as maturity,
                    extract(epoch from at)::bigint / 4 as w
                from (
                    select n, cast(:asOf as timestamptz) - make_interval(secs => 120.0 * 86400 * n / :leads) as at,
                        make_interval(secs => -36.0 * 86400 * ln(1 - random())) as lag
                    from generate_series(0, :leads - 1) n) drawn) row
            """).param("asOf", asOf).param("leads", leads).update();
    }

    /** Three promises of each lap, one in six of them broken. */
    void promises() {
        jdbc.sql("""
            insert into lap_promise (promise_id, lead_id, journey, lap, clause, role, state, opened_at, due_at, ended_at,
                captured_at)
            select lead_id || clause, lead_id, journey, lap, clause, case clause when 'qualifyLead' then 'marketing' else 'sales-rep' end,
                case when captured_w % 6 = 0 then 'broken' else 'kept' end, handed_at, handed_at + interval '4 hours',
                handed_at + interval '2 hours', captured_at
            from lap_fact cross join unnest(array['qualifyLead', 'answerHandOff', 'makeContact']) clause
            """).update();
    }
}
