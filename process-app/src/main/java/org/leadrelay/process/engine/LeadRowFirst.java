package org.leadrelay.process.engine;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.AsyncContinuationJobHandler;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandler;
import org.camunda.bpm.engine.impl.jobexecutor.TimerCatchIntermediateEventJobHandler;
import org.camunda.bpm.engine.impl.jobexecutor.TimerExecuteNestedActivityJobHandler;
import org.camunda.bpm.engine.impl.jobexecutor.TimerStartEventSubprocessJobHandler;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.jspecify.annotations.Nullable;
import org.leadrelay.journal.ChainHeadCache;
import org.leadrelay.lead.LeadLock;
import org.leadrelay.platform.Sql;
import org.leadrelay.process.ModelContract;
import org.leadrelay.worklist.PendingAnswers;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lock ordering for jobs: the lead's row is locked before a job of its journey does anything. The engine has read the
 * job and its execution before: when a command on the lead was quicker, what was read is out of date, and the job is
 * retried like any other lost race.
 */
@Component
class LeadRowFirst {

    private final LeadLock leads;
    private final ChainHeadCache heads;
    private final JdbcClient jdbc;
    private final ObjectProvider<PendingAnswers> answers;

    LeadRowFirst(LeadLock leads, ChainHeadCache heads, JdbcClient jdbc, ObjectProvider<PendingAnswers> answers) {
        this.leads = leads;
        this.heads = heads;
        this.jdbc = jdbc;
        this.answers = answers;
    }

    /** One for each type of job that a journey has. */
    List<JobHandler<?>> handlers() {
        return List.of(new AsyncContinuation(), new IntermediateTimer(), new Boundary(), new EventTimer());
    }

    /** Reads with SQL: the engine must not load the journey's tree before the lock is held. */
    private void hold(ExecutionEntity execution, CommandContext command) {
        Boolean upToDate = holdUnanswered(execution);
        if (upToDate == null) {
            holdAfterAnswers(execution.getProcessInstanceId());
            upToDate = isUpToDate(execution);
        }
        if (!upToDate) {
            throw new OptimisticLockingException("the journey went on while a job of it waited for the lead");
        }
        RowPrefetch.ofInstance(command, execution.getProcessInstanceId());
    }

    /**
     * Holds the lead as long as none of its answers waits, and reads the head of its log, in one round trip.
     *
     * @return whether the execution is as it was read; null when the lead is not held
     */
    private @Nullable Boolean holdUnanswered(ExecutionEntity execution) {
        return jdbc.sql("select * from hold_lead_for_job(?, ?, ?)")
                .params(execution.getProcessInstanceId(), execution.getId(), execution.getRevision())
                .query((row, number) -> {
                    UUID lead = Sql.uuidOrNull(row, "held_lead");
                    if (lead != null) {
                        heads.read(lead, row);
                    }
                    return new Held((Boolean) row.getObject("up_to_date"));
                })
                .single()
                .upToDate();
    }

    /**
     * @param upToDate null when the lead is not held
     */
    private record Held(@Nullable Boolean upToDate) {}

    private void holdAfterAnswers(String instance) {
        Optional<Journey> journey = jdbc.sql("""
            select business_key_, exists (
                select from pending_answer where cast(lead_id as text) = business_key_) as answered
            from act_ru_execution where id_ = ?
            """)
                .param(instance)
                .query((row, number) -> new Journey(row.getString(1), row.getBoolean(2)))
                .optional();
        journey.flatMap(Journey::lead).ifPresent(lead -> {
            if (journey.get().answered()) {
                answersFirst(lead);
            }
            leads.hold(lead);
        });
    }

    private record Journey(@Nullable String key, boolean answered) {

        Optional<UUID> lead() {
            return Optional.ofNullable(key).flatMap(ModelContract::leadOf);
        }
    }

    /**
     * An answer that was given before the job came due is carried out before it, in a transaction and with an
     * execution context of its own. Often it takes the job away: then the job finds its execution changed.
     */
    private void answersFirst(UUID lead) {
        Context.getProcessEngineConfiguration()
                .getCommandExecutorTxRequiresNew()
                .execute(context -> answers.getObject().carryOutAll(lead));
    }

    private boolean isUpToDate(ExecutionEntity execution) {
        return jdbc.sql("""
            select exists (
                select from act_ru_execution where id_ = ? and rev_ = ?)
            """)
                .params(execution.getId(), execution.getRevision())
                .query(Boolean.class)
                .single();
    }

    private final class AsyncContinuation extends AsyncContinuationJobHandler {

        @Override
        public void execute(
                AsyncContinuationConfiguration configuration,
                ExecutionEntity execution,
                CommandContext context,
                @Nullable String tenantId) {
            hold(execution, context);
            super.execute(configuration, execution, context, tenantId);
        }
    }

    private final class IntermediateTimer extends TimerCatchIntermediateEventJobHandler {

        @Override
        public void execute(
                TimerJobConfiguration configuration,
                ExecutionEntity execution,
                CommandContext context,
                @Nullable String tenantId) {
            hold(execution, context);
            super.execute(configuration, execution, context, tenantId);
        }
    }

    private final class EventTimer extends TimerStartEventSubprocessJobHandler {

        @Override
        public void execute(
                TimerJobConfiguration configuration,
                ExecutionEntity execution,
                CommandContext context,
                @Nullable String tenantId) {
            hold(execution, context);
            super.execute(configuration, execution, context, tenantId);
        }
    }

    private final class Boundary extends TimerExecuteNestedActivityJobHandler {

        @Override
        public void execute(
                TimerJobConfiguration configuration,
                ExecutionEntity execution,
                CommandContext context,
                @Nullable String tenantId) {
            hold(execution, context);
            super.execute(configuration, execution, context, tenantId);
        }
    }
}
