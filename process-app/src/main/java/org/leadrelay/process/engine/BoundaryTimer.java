package org.leadrelay.process.engine;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.TimerExecuteNestedActivityJobHandler;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.jspecify.annotations.Nullable;

/**
 * Timers at a step, each of which notices before anything else when the step was left while the
 * timer was being read. The engine reads the step's execution and then, with another statement, the
 * journey's tree; when somebody's answer commits in between, the execution is not in the tree, and
 * the engine stops with a null pointer that counts as a failure of the job. It is a lost race like
 * any other, and told as one.
 */
final class BoundaryTimer extends TimerExecuteNestedActivityJobHandler {

    @Override
    public void execute(
            TimerJobConfiguration configuration,
            ExecutionEntity execution,
            CommandContext context,
            @Nullable String tenantId) {
        if (execution.getExecutions() == null) {
            throw new OptimisticLockingException(
                    "the step of timer "
                            + configuration.getTimerElementKey()
                            + " was left while the timer was read");
        }
        super.execute(configuration, execution, context, tenantId);
    }
}
