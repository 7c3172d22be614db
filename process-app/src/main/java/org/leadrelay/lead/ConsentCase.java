package org.leadrelay.lead;

import java.util.UUID;

/**
 * Review item: a consent that claims to override an objection.
 *
 * @param id of the claim
 * @param lead what to call the lead
 * @param objection what stands until somebody has decided
 */
public record ConsentCase(
        UUID id, UUID leadId, String lead, Channel channel, ConsentView claim, ConsentView objection) {}
