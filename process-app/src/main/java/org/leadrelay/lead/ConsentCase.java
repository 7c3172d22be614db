package org.leadrelay.lead;

import java.util.UUID;

/**
 * A consent that claims to be later than an objection: a person decides whether it is the lead's
 * own word.
 *
 * @param id of the claim
 * @param lead what to call the lead
 * @param objection what stands until somebody has decided
 */
public record ConsentCase(
        UUID id, UUID leadId, String lead, Channel channel, ConsentView claim, ConsentView objection) {}
