package org.leadrelay.charter;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.leadrelay.workingtime.WorkAmount;

/**
 * Limits of the charter: how much and how often.
 *
 * @param capacity open leads that a rep carries who has no capacity of their own
 * @param tries reps that may miss or decline a hand-off in one lap before the sales manager places
 *     it
 * @param maximumLaps laps after which a lead goes dormant
 * @param attempts attempts to reach the buyer in one follow-up
 * @param attemptSpacing working time between two attempts
 * @param questions how often reps may ask marketing in one journey
 */
public record Limits(
        int capacity,
        int tries,
        int maximumLaps,
        int attempts,
        @JsonDeserialize(using = AmountJson.class) WorkAmount attemptSpacing,
        int questions) {

    public Limits {
        attemptSpacing = EmptyDefaults.amount(attemptSpacing);
    }

    static final Limits NONE = new Limits(0, 0, 0, 0, WorkAmount.NONE, 0);
}
