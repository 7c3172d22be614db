package org.leadrelay.worklist;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.leadrelay.platform.CollisionRetry;
import org.leadrelay.platform.Sweep;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/**
 * Carries out the answers whose grace is over, each in a transaction of its own. Every node does so, whichever node
 * took the answer; one that cannot be carried out is given back to its person.
 */
@Component
class PendingAnswerSweep implements Sweep {

    private static final Logger LOG = LoggerFactory.getLogger(PendingAnswerSweep.class);

    private final PendingAnswerTable table;
    private final PendingAnswers answers;
    private final CollisionRetry collisions;
    private final Clock clock;

    PendingAnswerSweep(PendingAnswerTable table, PendingAnswers answers, CollisionRetry collisions, Clock clock) {
        this.table = table;
        this.answers = answers;
        this.collisions = collisions;
        this.clock = clock;
    }

    @Override
    public int sweep() {
        int done = 0;
        for (String taskId : table.due(clock.instant())) {
            done += carryOut(taskId) ? 1 : 0;
        }
        return done;
    }

    @Override
    public Optional<Instant> nextDue(Instant after) {
        return table.nextDue(after);
    }

    private boolean carryOut(String taskId) {
        try {
            return collisions.inTransaction(() -> answers.carryOut(taskId));
        } catch (ConcurrencyFailureException busy) {
            LOG.warn("The answer to task {} met others again and again; it is tried again.", taskId, busy);
            return false;
        } catch (RuntimeException failure) {
            LOG.error("The answer to task {} cannot be carried out; its person has it back.", taskId, failure);
            return collisions.inTransaction(() -> answers.giveUp(taskId));
        }
    }
}
