package org.leadrelay.process.trace;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.FailedJobCommandFactory;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.leadrelay.journal.Kind;
import org.leadrelay.journal.LineDetails;
import org.leadrelay.journal.OperationLog;
import org.leadrelay.journal.StreamKind;

/**
 * The engine's handling of a failed job, which puts the failure on record: what kind of error it was and how many
 * tries are left, not what it said, for that may be about a lead. A collision is no failure.
 */
class JobFailureTrace implements FailedJobCommandFactory {

    private final OperationLog log;

    JobFailureTrace(OperationLog log) {
        this.log = log;
    }

    @Override
    public Command<Object> getCommand(String jobId, Throwable failure) {
        return context -> {
            Object answer = new DefaultJobRetryCmd(jobId, failure).execute(context);
            if (!(failure instanceof OptimisticLockingException)) {
                note(jobId, failure, context);
            }
            return answer;
        };
    }

    private void note(String jobId, Throwable failure, CommandContext context) {
        JobEntity job = context.getJobManager().findJobById(jobId);
        if (job != null) {
            log.add(
                    StreamKind.OPERATION,
                    Kind.JOB_FAILED,
                    jobId,
                    LineDetails.of("error", failure.getClass().getSimpleName())
                            .and("element", job.getActivityId())
                            .and("instance", job.getProcessInstanceId())
                            .and("retries", job.getRetries())
                            .map());
        }
    }
}
