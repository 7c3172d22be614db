package org.leadrelay.opening;

import java.time.Duration;
import org.leadrelay.platform.Sweep;
import org.springframework.stereotype.Component;

/** Retention of votes: the link between a task and what was said of its play is gone within seconds of the task. */
@Component
class PlayVoteCleanup implements Sweep {

    private final PlayVoteTable votes;

    PlayVoteCleanup(PlayVoteTable votes) {
        this.votes = votes;
    }

    /** Votes are given by people, and none is asked while the clock jumps. */
    @Override
    public Duration delayWhileJumping() {
        return Duration.ofHours(1);
    }

    @Override
    public int sweep() {
        return votes.forgetClosed();
    }
}
