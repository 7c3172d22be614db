package org.leadrelay.benchmark;

import java.util.List;
import java.util.stream.IntStream;
import org.leadrelay.access.Roles;
import org.leadrelay.testing.Cast;
import org.leadrelay.testing.Database;
import org.leadrelay.testing.SettableClock;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * 100,000 open tasks (or {@code -Dbenchmark.tasks}), the same ones in the engine's tables and in the inbox's: six of ten are
 * marketing's, a third of those in somebody's hands, the rest are spread over sixty reps in six
 * teams; one in seven is overdue.
 */
@TestComponent
class ManyTasks {

    static final int TASKS = Integer.getInteger("benchmark.tasks", 100_000);
    private static final int PORTION = 50_000;
    static final int REPS = 60;
    static final int TEAM = 10;

    private final JdbcClient jdbc;
    private final Cast cast;
    private final Database database;

    ManyTasks(JdbcClient jdbc, Cast cast, Database database) {
        this.jdbc = jdbc;
        this.cast = cast;
        this.database = database;
    }

    void make() {
        people();
        // in portions: one statement with a million rows fills the server's temporary files
        for (int first = 1; first <= TASKS; first += PORTION) {
            int last = Math.min(TASKS, first + PORTION - 1);
            leads(first, last);
            inbox(first, last);
            engine(first, last);
        }
        // as the sweep does from time to time
        database.superuser().sql("""
            with gone as (delete from task_count returning *)
            insert into task_count select role, step, definition_id, name, assignee, waiting, due_day, sum(n)
            from gone group by role, step, definition_id, name, assignee, waiting, due_day
            """).update();
        for (String table : List.of("lead", "task_item", "task_count", "act_ru_task", "act_ru_identitylink")) {
            database.superuser().sql("vacuum analyze " + table).update();
        }
    }

    static List<String> team() {
        return IntStream.range(0, TEAM).mapToObj(number -> "rep" + number).toList();
    }

    private void people() {
        for (int number = 0; number < 3; number++) {
            cast.person("marketer" + number, Roles.MARKETING);
        }
        for (int number = 0; number < REPS; number++) {
            cast.person("rep" + number, Roles.SALES_REP);
        }
        for (int team = 0; team < REPS / TEAM; team++) {
            cast.team(
                    "Team " + team,
                    IntStream.range(team * TEAM, (team + 1) * TEAM)
                            .mapToObj(number -> "rep" + number)
                            .toArray(String[]::new));
        }
    }

    private void leads(int first, int last) {
        jdbc.sql("""
            insert into lead (id, name, email, company, source, origin, external_id, search,
                created_at, captured_at)
            select md5('lead' || n)::uuid, 'Grace Example ' || n, 'grace' || n || '@works.example',
                'Works ' || n % 5000, 'Source ' || n % 12, 'benchmark', n::text,
                'grace example ' || n, now(), now()
            from generate_series(:first, :last) n
            """).param("first", first).param("last", last).update();
    }

    private void inbox(int first, int last) {
        jdbc.sql("""
            insert into task_item (task_id, lead_id, definition_id, step, name, role, assignee,
                priority, source, created_at, due, remind, waiting)
            select 'task' || n, md5('lead' || n)::uuid,
                case when step in ('Activity_MakeContact', 'Activity_DecideOutcome') then :followUp else :journey end, step, step, role, assignee,
                n % 3, 'Source ' || n % 12, created, due, due - interval '2 hours', false
            from (\
            """ + ROWS + ") task")
                .param("first", first)
                .param("last", last)
                .param("journey", definition("lead-journey"))
                .param("followUp", definition("lead-follow-up"))
                .param("now", java.sql.Timestamp.from(SettableClock.MONDAY_MORNING))
                .update();
    }

    /** The models that are deployed know the names of the steps. */
    private String definition(String key) {
        return jdbc.sql("select id_ from act_re_procdef where key_ = ?")
                .param(key)
                .query(String.class)
                .single();
    }

    private void engine(int first, int last) {
        jdbc.sql("""
            insert into act_ru_task (id_, rev_, name_, task_def_key_, assignee_, priority_,
                create_time_, due_date_, suspension_state_)
            select 'task' || n, 1, step, step, assignee, 50, created, due, 1 from (\
            """ + ROWS + ") task")
                .param("first", first)
                .param("last", last)
                .param("now", java.sql.Timestamp.from(SettableClock.MONDAY_MORNING))
                .update();
        jdbc.sql("""
            insert into act_ru_identitylink (id_, rev_, group_id_, type_, task_id_)
            select 'link' || n, 1, role, 'candidate', 'task' || n from (\
            """ + ROWS + ") task")
                .param("first", first)
                .param("last", last)
                .param("now", java.sql.Timestamp.from(SettableClock.MONDAY_MORNING))
                .update();
    }

    private static final String ROWS = """
        select n,
            case when n % 10 < 6 then 'marketing' else 'sales-rep' end as role,
            case n % 10 when 4 then 'Activity_CompleteLead' when 5 then 'Activity_ReviewRejection'
                when 6 then 'Activity_AnswerHandOff' when 7 then 'Activity_MakeContact'
                when 8 then 'Activity_MakeContact' when 9 then 'Activity_DecideOutcome'
                else 'Activity_QualifyLead' end as step,
            case when n % 10 < 6 then case when n / 10 % 3 = 0 then 'marketer' || n / 30 % 3 end
                else 'rep' || n / 10 % 60 end as assignee,
            cast(:now as timestamptz) - (n % 100) * interval '1 hour' as created,
            cast(:now as timestamptz) + (n::bigint * 7919 % 100000 - 14285) * interval '30 seconds' as due
        from generate_series(:first, :last) n
        """;
}
