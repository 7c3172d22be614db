package org.leadrelay.process.engine;

import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.NotifyAcquisitionRejectedJobsHandler;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;
import org.leadrelay.platform.CannotStart;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.TaskExecutor;

/**
 * Configuration of the job executor: wakes within a second, backs off when nodes collide, frees a dead node's
 * jobs after a minute, and lets running jobs end before the application stops. The switch is ours; the starter's
 * own, which would bring an executor of its own, follows it in {@code application.yaml}.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "leadrelay.jobs.enabled", matchIfMissing = true)
class JobExecution {

    private static final int SHUTDOWN_SECONDS = 30;

    /**
     * @throws CannotStart when more than half of the connections could be taken by jobs: one that chooses a rep needs a second one for a moment
     */
    @Bean
    DrainingExecutor camundaTaskExecutor(
            @Value("${leadrelay.job-threads:4}") int threads,
            @Value("${spring.datasource.hikari.maximum-pool-size:10}") int connections) {
        if (2 * threads > connections) {
            throw new CannotStart(
                    "leadrelay.job-threads is %d, and there are %d database connections: a job needs two."
                            .formatted(threads, connections),
                    "Set leadrelay.job-threads to %d at most, or spring.datasource.hikari.maximum-pool-size to %d at least."
                            .formatted(connections / 2, 2 * threads));
        }
        DrainingExecutor executor = new DrainingExecutor();
        executor.setThreadNamePrefix("jobs-");
        executor.setCorePoolSize(threads);
        executor.setMaxPoolSize(threads);
        executor.setQueueCapacity(threads * 2);
        executor.setWaitForTasksToCompleteOnShutdown(true);
        executor.setAwaitTerminationSeconds(SHUTDOWN_SECONDS);
        return executor;
    }

    @Bean
    JobExecutor jobExecutor(TaskExecutor camundaTaskExecutor) {
        SpringJobExecutor executor = new SpringJobExecutor();
        executor.setTaskExecutor(camundaTaskExecutor);
        executor.setRejectedJobsHandler(new NotifyAcquisitionRejectedJobsHandler());
        executor.setLockTimeInMillis(60_000);
        executor.setWaitTimeInMillis(1_000);
        executor.setMaxWait(5_000);
        executor.setBackoffTimeInMillis(25);
        executor.setMaxBackoff(400);
        executor.setMaxJobsPerAcquisition(8);
        return executor;
    }
}
