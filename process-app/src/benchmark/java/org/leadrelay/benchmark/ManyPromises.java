package org.leadrelay.benchmark;

import java.sql.Timestamp;
import java.util.List;
import org.leadrelay.access.Roles;
import org.leadrelay.testing.Cast;
import org.leadrelay.testing.Database;
import org.leadrelay.testing.SettableClock;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Generator of 100,000 promises that were due within the last thirty days: nine of ten have ended, one in six was
 * broken, most of those with a reason; they are spread over sixty reps, nine clauses and twelve sources.
 */
@TestComponent
class ManyPromises {

    static final int PROMISES = 100_000;
    private static final int LEADS = PROMISES / 4;
    private static final int REPS = 60;

    private final JdbcClient jdbc;
    private final Cast cast;
    private final Database database;

    ManyPromises(JdbcClient jdbc, Cast cast, Database database) {
        this.jdbc = jdbc;
        this.cast = cast;
        this.database = database;
    }

    void make() {
        for (int number = 0; number < REPS; number++) {
            cast.person("rep" + number, Roles.SALES_REP);
        }
        jdbc.sql("""
            insert into lead (id, name, email, company, source, origin, external_id, search, created_at, captured_at)
            select md5('promised' || n)::uuid, 'Grace Example ' || n, 'grace' || n || '@works.example',
                'Works ' || n % 5000, 'Source ' || n % 12, 'benchmark', 'p' || n, 'grace example ' || n, now(), now()
            from generate_series(0, :leads - 1) n
            """).param("leads", LEADS).update();
        jdbc.sql("""
            insert into promise (id, lead_id, clause, element, priority, role, holder, charter_version, calendar_version,
                work, opened_at, due_at, state, broken_at, ended_at, late_seconds, reason, arithmetic_en, arithmetic_de)
            select md5('promise' || n)::uuid, md5('promised' || n / 4)::uuid, 'clause' || n % 9, 'Activity_' || n % 9,
                (array['normal', 'high', 'urgent'])[1 + n % 3],
                case when n % 9 < 4 then 'marketing' else 'sales-rep' end, 'rep' || n * 31 % 60, 1, 1, 'PT4H',
                due - interval '4 hours', due,
                case when n % 10 = 0 then 'open' when n % 6 = 0 then 'broken' when n % 29 = 0 then 'void' else 'kept' end,
                case when n % 10 <> 0 and n % 6 = 0 then due end,
                case when n % 10 <> 0 then due + (n % 7 - 5) * interval '20 minutes' end,
                case when n % 10 <> 0 and n % 6 = 0 then n % 7 * 600 end,
                case when n % 6 = 0 and n % 5 <> 0 then 'reason' || n % 4 end, '4 h', '4 Std.'
            from (select n, cast(:now as timestamptz) - (n * 7919 % 100000) * interval '25 seconds' as due
                from generate_series(0, :promises - 1) n) made
            """)
                .param("now", Timestamp.from(SettableClock.MONDAY_MORNING))
                .param("promises", PROMISES)
                .update();
        jdbc.sql("""
            insert into promise_time
            select id, n % 11 * 60000, n % 7 * 300000, n % 5 * 900000, 0, 0,
                case when state = 'broken' then 60000 else 0 end, 0, case when state = 'broken' then 600000 else 0 end, 0, 0
            from (select p.*, row_number() over () as n from promise p where ended_at is not null) ended
            on conflict do nothing
            """).update();
        for (String table : List.of("lead", "promise", "promise_time")) {
            database.superuser().sql("vacuum analyze " + table).update();
        }
    }
}
