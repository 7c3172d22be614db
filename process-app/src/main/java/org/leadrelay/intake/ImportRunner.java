package org.leadrelay.intake;

import java.io.IOException;
import java.util.UUID;
import org.leadrelay.platform.AdvisoryLock;
import org.leadrelay.platform.BackgroundWorker;
import org.leadrelay.platform.Idempotency;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Background worker for imports and their undo, one after the other on each node; it resumes those that a node
 * left unfinished. While one runs, its node holds a lock on a connection of its own: a node that dies lets go of
 * it, and any node goes on behind the last row that was committed.
 */
@Component
class ImportRunner extends BackgroundWorker {

    private static final Logger LOG = LoggerFactory.getLogger(ImportRunner.class);

    private final AdvisoryLock locks;
    private final ImportJobs jobs;
    private final ImportFiles files;
    private final ImportReading reading;
    private final ImportUndoTable undos;
    private final UndoRun undoing;
    private final Idempotency idempotency;

    ImportRunner(
            AdvisoryLock locks,
            ImportJobs jobs,
            ImportFiles files,
            ImportReading reading,
            ImportUndoTable undos,
            UndoRun undoing,
            Idempotency idempotency,
            @Value("${leadrelay.sweeps.enabled:true}") boolean automatic) {
        super("imports", automatic);
        this.locks = locks;
        this.jobs = jobs;
        this.files = files;
        this.reading = reading;
        this.undos = undos;
        this.undoing = undoing;
        this.idempotency = idempotency;
    }

    @Override
    protected void look() {
        runAll();
    }

    /** Everything that waits, until nothing does. */
    void runAll() {
        try {
            jobs.dropForgotten(idempotency);
            for (UUID id : undos.open()) {
                if (!stopping()) {
                    locks.ifFree("import " + id, () -> undo(id));
                }
            }
            for (UUID id : jobs.open()) {
                if (!stopping()) {
                    locks.ifFree("import " + id, () -> run(id));
                }
            }
        } catch (RuntimeException e) {
            LOG.warn("Imports wait: {}", e.toString());
        }
    }

    private void undo(UUID id) {
        undoing.run(jobs.progress(id).orElseThrow(), this::stopping);
    }

    private void run(UUID id) {
        jobs.running(id);
        ImportJobs.Job job = jobs.find(id).orElseThrow();
        if (!job.state().equals("running")) {
            return;
        }
        LOG.info("Import {} runs", id);
        try {
            if (reading.read(job, this::stopping)) {
                jobs.done(id);
            }
        } catch (IOException e) {
            LOG.error("Import {} failed", id, e);
            jobs.failed(id, "The file could not be read: " + e.getMessage());
        }
        if (!jobs.isRunning(id)) {
            files.delete(id);
            LOG.info("Import {} has ended", id);
        }
    }
}
