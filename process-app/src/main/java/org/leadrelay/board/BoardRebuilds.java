package org.leadrelay.board;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.leadrelay.access.Actor;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.Permission;
import org.leadrelay.journal.Kind;
import org.leadrelay.journal.LineDetails;
import org.leadrelay.journal.OperationLog;
import org.leadrelay.journal.StreamKind;
import org.leadrelay.platform.Sweep;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Rebuilds of the boards' rows from the journey log. One is no process of its own: all positions are forgotten, and the projection's
 * sweep, on whichever node, replaces lead by lead. Until then a lead has the rows it had, so that boards can be read all the while, and a
 * node that dies has the next one go on.
 */
@Service
public class BoardRebuilds implements Sweep {

    private final BoardRebuildTable table;
    private final LapFactProgress progress;
    private final CurrentPerson current;
    private final OperationLog log;
    private final Clock clock;

    BoardRebuilds(
            BoardRebuildTable table, LapFactProgress progress, CurrentPerson current, OperationLog log, Clock clock) {
        this.table = table;
        this.progress = progress;
        this.current = current;
        this.log = log;
        this.clock = clock;
    }

    /** Begins one, or answers with the one that runs. */
    @Transactional
    public BoardRebuild ask() {
        Actor actor = current.get();
        actor.mustHave(Permission.REBUILD_READ_MODELS);
        UUID id = UUID.randomUUID();
        if (table.add(id, actor.login(), clock.instant())) {
            progress.startAnew();
            BoardRebuild asked = table.newest().orElseThrow();
            log.add(
                    StreamKind.OPERATION,
                    Kind.BOARD_REBUILD_ASKED,
                    id.toString(),
                    LineDetails.of("leads", asked.leads()).map());
            return asked;
        }
        return table.newest().orElseThrow();
    }

    /** Whether the current person may begin one, and sees how far it is. */
    public boolean mayAsk() {
        return current.get().may(Permission.REBUILD_READ_MODELS);
    }

    /** The last one that was asked for; empty when none ever was. */
    @Transactional(readOnly = true)
    public Optional<BoardRebuild> newest() {
        current.get().mustHave(Permission.REBUILD_READ_MODELS);
        return table.newest();
    }

    /** Ends the one whose last lead is done. */
    /** A rebuild ends with the sweep of the boards' rows. */
    @Override
    public Duration delayWhileJumping() {
        return Duration.ofHours(1);
    }

    @Override
    @Transactional
    public int sweep() {
        if (!table.anyOpen()) {
            return 0;
        }
        return table.endIfDone(clock.instant()).map(this::noteEnd).orElse(0);
    }

    private int noteEnd(BoardRebuild done) {
        log.add(
                StreamKind.OPERATION,
                Kind.BOARD_REBUILT,
                done.id().toString(),
                LineDetails.of("leads", done.leads())
                        .and(
                                "seconds",
                                Duration.between(done.askedAt(), clock.instant())
                                        .toSeconds())
                        .map());
        return 1;
    }
}
