package org.leadrelay.assignment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A lead for which no rep was able, as the sales manager sees it.
 *
 * @param priority high, normal or low
 * @param reason {@code noReps}, {@code noSkill}, {@code allAbsent}, {@code allLeaving}, {@code
 *     allDeclined}, {@code periodFull} or {@code allFull}; or {@link #ABLE}
 * @param skills what a rep needs to have for it
 */
public record WaitingLead(UUID leadId, long lap, String priority, String reason, List<String> skills, Instant since) {

    /** Somebody can take it by now: it goes on within seconds. */
    public static final String ABLE = "able";

    WaitingLead because(String now) {
        return new WaitingLead(leadId, lap, priority, now, skills, since);
    }
}
