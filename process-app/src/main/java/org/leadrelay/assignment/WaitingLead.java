package org.leadrelay.assignment;

import java.time.Instant;
import java.util.UUID;

/**
 * A lead for which no rep was able, as the sales manager sees it.
 *
 * @param priority high, normal or low
 * @param reason {@code noReps}, {@code allAbsent}, {@code allDeclined} or {@code allFull}
 */
public record WaitingLead(UUID leadId, long lap, String priority, String reason, Instant since) {}
