package org.leadrelay.benchmark;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One of two that take leads from captured to won, step by step and by the same models. */
abstract class Contender {

    private static final int MOST_ROUNDS = 20;

    private final JdbcClient jdbc;
    private final ManagementService management;

    Contender(JdbcClient jdbc, ManagementService management) {
        this.jdbc = jdbc;
        this.management = management;
    }

    abstract UUID capture();

    abstract void complete(OpenTask task, Map<String, Object> answers);

    /** Whether the journey has come to the end that the benchmark is about. */
    abstract boolean won(UUID lead);

    final String serverSetting(String name) {
        return jdbc.sql("select current_setting(?)")
                .param(name)
                .query(String.class)
                .single();
    }

    /** The task that waits for an answer, as whoever answers finds it. */
    record OpenTask(String id, String step, String assignee) {}

    final UUID captureToWon() {
        UUID lead = capture();
        runJobs(lead);
        answer(lead, "Activity_AnswerHandOff", Map.of("outcome", "accept"));
        answer(lead, "Activity_MakeContact", Map.of("outcome", "reached", "channel", "call"));
        answer(lead, "Activity_DecideOutcome", Map.of("outcome", "won"));
        return lead;
    }

    /** To the hand-off's answer, with its two timers. */
    final UUID captureToHandOff() {
        UUID lead = capture();
        runJobs(lead);
        return lead;
    }

    /** Timers of these leads that wait at a boundary event, by job. */
    final List<String> timers(String event, List<UUID> leads) {
        return jdbc.sql("""
            select j.id_ from act_ru_job j join act_ru_execution e on e.id_ = j.process_instance_id_
            where j.type_ = 'timer' and j.handler_cfg_ = ? and e.business_key_ = any(?::text[]) order by j.id_
            """)
                .param(event)
                .param(leads.stream().map(UUID::toString).toArray(String[]::new))
                .query(String.class)
                .list();
    }

    /** Fires a timer as the job executor does, and what it makes due at once. */
    final void fire(String timer) {
        String lead = jdbc.sql("""
            select e.business_key_ from act_ru_job j join act_ru_execution e on e.id_ = j.process_instance_id_
            where j.id_ = ?
            """).param(timer).query(String.class).single();
        management.executeJob(timer);
        runJobs(UUID.fromString(lead));
    }

    private void answer(UUID lead, String step, Map<String, Object> answers) {
        OpenTask task = jdbc.sql("""
            select t.id_, t.task_def_key_, t.assignee_ from act_ru_task t
            join act_ru_execution e on e.id_ = t.proc_inst_id_
            where e.business_key_ = ?
            """)
                .param(lead.toString())
                .query((row, number) -> new OpenTask(row.getString(1), row.getString(2), row.getString(3)))
                .single();
        if (!task.step().equals(step)) {
            throw new IllegalStateException("expected " + step + ", but " + task + " is open");
        }
        complete(task, answers);
        runJobs(lead);
    }

    /** What a job executor would run at once; by hand, so that no idle wait is measured. */
    final void runJobs(UUID lead) {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            List<String> due =
                    jdbc.sql("""
                        select j.id_ from act_ru_job j
                        join act_ru_execution e on e.id_ = j.process_instance_id_
                        where e.business_key_ = ? and j.type_ = 'message'
                        """).param(lead.toString()).query(String.class).list();
            if (due.isEmpty()) {
                return;
            }
            due.forEach(management::executeJob);
        }
        throw new IllegalStateException("the jobs of " + lead + " do not come to an end");
    }
}
