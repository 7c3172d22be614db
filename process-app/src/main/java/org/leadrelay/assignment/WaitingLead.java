package org.leadrelay.assignment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Entry of the queue of leads that no rep could take.
 *
 * @param priority high, normal or low
 * @param reason one of {@link #REASONS}
 * @param skills what a rep needs to have for it
 */
public record WaitingLead(UUID leadId, long lap, String priority, String reason, List<String> skills, Instant since) {

    /** Somebody can take it by now: it goes on within seconds. */
    public static final String ABLE = "able";

    /** Why a lead waits, the hardest to mend first. */
    public static final List<String> REASONS =
            List.of("noReps", "noSkill", "allAbsent", "allLeaving", "allDeclined", "periodFull", "allFull", ABLE);

    WaitingLead because(String now) {
        return new WaitingLead(leadId, lap, priority, now, skills, since);
    }
}
