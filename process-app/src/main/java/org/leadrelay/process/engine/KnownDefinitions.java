package org.leadrelay.process.engine;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.impl.persistence.entity.JobDefinitionEntity;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.NodeBroadcast;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Cache of what the database says of process and job definitions, of which only suspension, priority and time to live
 * ever change. A trigger on their tables notifies all nodes of a change when it commits, by hand or by the engine;
 * the transaction that makes it reads past the cache, and what was read before an invalidation is never kept after
 * it.
 */
@Component
class KnownDefinitions {

    /** As the trigger of the migration says it. */
    static final String TOPIC = "definitions";

    private final Map<String, JobDefinitionEntity> jobs = new HashMap<>();
    private final Set<String> processes = new HashSet<>();
    private long forgotten;

    KnownDefinitions(NodeBroadcast nodes) {
        Runnable unused = nodes.listen(TOPIC, told -> forget(), this::forget);
    }

    /** Whom everybody shares: never to be changed. */
    @Nullable
    synchronized JobDefinitionEntity job(String id) {
        return changedHere() ? null : jobs.get(id);
    }

    /** Whether what the engine has parsed of this process is as the database has it. */
    synchronized boolean isProcess(String id) {
        return !changedHere() && processes.contains(id);
    }

    synchronized long forgotten() {
        return forgotten;
    }

    /**
     * @param before {@link #forgotten()} before it was read
     */
    synchronized void keepJob(JobDefinitionEntity job, long before) {
        if (forgotten == before && !changedHere()) {
            jobs.put(job.getId(), job);
        }
    }

    synchronized void keepProcess(String id, long before) {
        if (forgotten == before && !changedHere()) {
            processes.add(id);
        }
    }

    /** This transaction changes some: what it reads is for others only when it has committed. */
    void change() {
        if (TransactionSynchronizationManager.isSynchronizationActive() && !changedHere()) {
            TransactionSynchronizationManager.bindResource(this, true);
            TransactionSynchronizationManager.registerSynchronization(new Forgetting());
        }
        forget();
    }

    private synchronized void forget() {
        forgotten++;
        jobs.clear();
        processes.clear();
    }

    private boolean changedHere() {
        return TransactionSynchronizationManager.hasResource(this);
    }

    private final class Forgetting implements TransactionSynchronization {

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResourceIfPossible(KnownDefinitions.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(KnownDefinitions.this, true);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(KnownDefinitions.this);
            forget();
        }
    }
}
