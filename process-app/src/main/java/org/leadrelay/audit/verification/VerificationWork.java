package org.leadrelay.audit.verification;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.leadrelay.audit.ChainFinding;
import org.leadrelay.audit.ChainVerification;
import org.leadrelay.audit.ChainVerification.Verified;
import org.leadrelay.audit.verification.VerificationRun.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Work of a verification: stream by stream, each in a snapshot of its own that is taken after the job's {@code asOf}. Whatever
 * is written meanwhile holds up nobody and is no finding.
 */
@Component
class VerificationWork {

    private static final Logger LOG = LoggerFactory.getLogger(VerificationWork.class);

    private static final int AT_A_TIME = 500;

    /** Streams between two looks at whether it was cancelled. */
    private static final int UNTIL_TOLD = 25;

    private final ChainVerification chains;
    private final VerificationTable table;
    private final Clock clock;

    VerificationWork(ChainVerification chains, VerificationTable table, Clock clock) {
        this.chains = chains;
        this.table = table;
        this.clock = clock;
    }

    /** Runs one that is queued to its end, or until the node stops or somebody cancels it. */
    void run(VerificationRun job, BooleanSupplier stopping) {
        UUID lead = job.lead();
        try {
            if (table.start(job.id(), lead == null ? count() : 1, clock.instant())
                    .isEmpty()) {
                return;
            }
            Tally tally = new Tally(job.id());
            State how = lead == null ? all(tally, stopping) : tally.ofOne(lead);
            tally.tell();
            table.end(job.id(), how, clock.instant());
            LOG.info(
                    "Verification {} is {}: {} streams, {} lines, {} findings",
                    job.id(),
                    how,
                    tally.streams,
                    tally.lines,
                    tally.findings);
        } catch (RuntimeException e) {
            LOG.error("Verification {} failed", job.id(), e);
            table.end(job.id(), State.FAILED, clock.instant());
        }
    }

    private State all(Tally tally, BooleanSupplier stopping) {
        List<UUID> part = chains.streams(null, AT_A_TIME);
        while (!part.isEmpty()) {
            for (UUID stream : part) {
                if (stopping.getAsBoolean()) {
                    return State.STOPPED;
                }
                tally.add(stream);
                if (tally.streams % UNTIL_TOLD == 0 && !tally.tell()) {
                    return State.CANCELLED;
                }
            }
            part = chains.streams(part.get(part.size() - 1), AT_A_TIME);
        }
        return State.DONE;
    }

    private long count() {
        long count = 0;
        @Nullable UUID last = null;
        List<UUID> part;
        do {
            part = chains.streams(last, AT_A_TIME);
            count += part.size();
            last = part.isEmpty() ? last : part.get(part.size() - 1);
        } while (part.size() == AT_A_TIME);
        return count;
    }

    private final class Tally {
        private final UUID job;
        private long streams;
        private long lines;
        private long closed;
        private long findings;

        Tally(UUID job) {
            this.job = job;
        }

        State ofOne(UUID stream) {
            add(stream);
            return State.DONE;
        }

        void add(UUID stream) {
            Verified verified = chains.verify(stream);
            streams++;
            lines += verified.lines();
            closed += verified.removedUpTo() > 0 ? 1 : 0;
            for (ChainFinding each : verified.findings()) {
                findings++;
                if (findings <= VerificationTable.MOST_KEPT) {
                    table.found(job, (int) findings, each);
                }
            }
        }

        boolean tell() {
            return table.progress(job, streams, lines, closed, findings);
        }
    }
}
