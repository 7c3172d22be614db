package org.leadrelay.process.engine;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.AsyncContinuationJobHandler;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandler;
import org.camunda.bpm.engine.impl.jobexecutor.TimerCatchIntermediateEventJobHandler;
import org.camunda.bpm.engine.impl.jobexecutor.TimerExecuteNestedActivityJobHandler;
import org.camunda.bpm.engine.impl.jobexecutor.TimerStartEventSubprocessJobHandler;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.jspecify.annotations.Nullable;
import org.leadrelay.lead.LeadLock;
import org.leadrelay.process.ModelContract;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lock ordering for jobs: the lead's row is locked before a job of its journey does anything. The engine has
 * read the job and its execution before: when a command on the lead was quicker, what was read is out of date,
 * and the job is told to begin anew like any other lost race.
 */
@Component
class LeadRowFirst {

    private final LeadLock leads;
    private final JdbcClient jdbc;

    LeadRowFirst(LeadLock leads, JdbcClient jdbc) {
        this.leads = leads;
        this.jdbc = jdbc;
    }

    /** One for each type of job that a journey has. */
    List<JobHandler<?>> handlers() {
        return List.of(new AsyncContinuation(), new IntermediateTimer(), new Boundary(), new EventTimer());
    }

    /** Reads with SQL: the engine must not load the journey's tree before the lock is held. */
    private void hold(ExecutionEntity execution) {
        jdbc.sql("select business_key_ from act_ru_execution where id_ = ?")
                .param(execution.getProcessInstanceId())
                .query((row, number) -> Optional.ofNullable(row.getString(1)))
                .optional()
                .flatMap(key -> key.flatMap(ModelContract::leadOf))
                .ifPresent(leads::hold);
        mustBeUpToDate(execution);
    }

    private void mustBeUpToDate(ExecutionEntity execution) {
        boolean upToDate = jdbc.sql("""
            select exists (
                select from act_ru_execution where id_ = ? and rev_ = ?)
            """)
                .params(execution.getId(), execution.getRevision())
                .query(Boolean.class)
                .single();
        if (!upToDate) {
            throw new OptimisticLockingException("the journey went on while a job of it waited for the lead");
        }
    }

    private final class AsyncContinuation extends AsyncContinuationJobHandler {

        @Override
        public void execute(
                AsyncContinuationConfiguration configuration,
                ExecutionEntity execution,
                CommandContext context,
                @Nullable String tenantId) {
            hold(execution);
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
            hold(execution);
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
            hold(execution);
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
            hold(execution);
            super.execute(configuration, execution, context, tenantId);
        }
    }
}
