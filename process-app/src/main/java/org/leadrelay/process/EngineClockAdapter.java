package org.leadrelay.process;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.leadrelay.demo.EngineClock;
import org.leadrelay.platform.ConditionalOnDemo;
import org.leadrelay.process.engine.DrainingExecutor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Adapter for the demo's clock: sets the engine's clock and runs its jobs by hand while the clock is moved. Jobs
 * of one journey run one after the other, those of different journeys side by side.
 */
@Component
@ConditionalOnDemo
class EngineClockAdapter implements EngineClock {

    private static final Logger LOG = LoggerFactory.getLogger(EngineClockAdapter.class);
    private static final int BATCH = 1_000;
    private static final int THREADS = 4;
    private static final int MOST_COLLISIONS = 5;

    private final ManagementService management;
    private final ObjectProvider<JobExecutor> jobExecutor;
    private final ObjectProvider<DrainingExecutor> threads;

    EngineClockAdapter(
            ManagementService management,
            ObjectProvider<JobExecutor> jobExecutor,
            ObjectProvider<DrainingExecutor> threads) {
        this.management = management;
        this.jobExecutor = jobExecutor;
        this.threads = threads;
    }

    @Override
    public void ahead(Duration offset) {
        ClockUtil.offset(offset.toMillis());
    }

    @Override
    public void pause() {
        jobExecutor.ifAvailable(JobExecutor::shutdown);
        threads.ifAvailable(DrainingExecutor::awaitIdle);
    }

    @Override
    public void resume() {
        jobExecutor.ifAvailable(JobExecutor::start);
    }

    @Override
    public Optional<Instant> nextDue(Instant after) {
        return management
                .createJobQuery()
                .active()
                .withRetriesLeft()
                .duedateHigherThan(Date.from(after))
                .orderByJobDuedate()
                .asc()
                .listPage(0, 1)
                .stream()
                .map(job -> job.getDuedate().toInstant())
                .findFirst();
    }

    @Override
    public int runDue() {
        int run = 0;
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        try {
            for (List<Job> due = due(); !due.isEmpty(); due = due()) {
                LinkedHashMap<String, List<Job>> rows = due.stream()
                        .collect(Collectors.groupingBy(
                                EngineClockAdapter::journey, LinkedHashMap::new, Collectors.toList()));
                run += due.size();
                runAll(pool, rows);
            }
        } finally {
            pool.shutdown();
        }
        return run;
    }

    private List<Job> due() {
        return management
                .createJobQuery()
                .active()
                .executable()
                .orderByJobDuedate()
                .asc()
                .listPage(0, BATCH);
    }

    private static String journey(Job job) {
        return job.getProcessInstanceId() == null ? job.getId() : job.getProcessInstanceId();
    }

    private void runAll(ExecutorService pool, Map<String, List<Job>> byJourney) {
        try {
            for (Future<Boolean> done : pool.invokeAll(
                    byJourney.values().stream().map(this::inOrder).toList())) {
                done.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while due jobs ran", e);
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException("a due job could not be run", e);
        }
    }

    private java.util.concurrent.Callable<Boolean> inOrder(List<Job> jobs) {
        return () -> {
            jobs.forEach(job -> run(job.getId()));
            return true;
        };
    }

    private void run(String job) {
        for (int collisions = 0; ; collisions++) {
            try {
                management.executeJob(job);
                return;
            } catch (NullValueException e) {
                return; // an earlier job of this journey took it away
            } catch (OptimisticLockingException e) {
                if (collisions == MOST_COLLISIONS) {
                    return; // due still, so the next round takes it
                }
            } catch (RuntimeException e) {
                LOG.warn("Job {} failed and is left to its retries", job, e);
                return;
            }
        }
    }
}
