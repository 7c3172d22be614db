package org.leadrelay.opening;

import org.leadrelay.board.BoardNumber;
import org.leadrelay.board.Evidence;

/**
 * Play of the table in force with what those who used it said.
 *
 * @param votes how many said whether it helped
 * @param earlierVotes how many said so of this play while it was worded otherwise
 */
public record PlayResult(Play play, long votes, long helped, long earlierVotes, long earlierHelped) {

    /** Whether enough said so for a share. */
    public boolean enough() {
        return votes >= BoardNumber.GUARD;
    }

    /** How often it helped, where {@link #enough}. */
    public Evidence.Interval share() {
        return Evidence.wilson(helped, votes);
    }
}
