package org.leadrelay.redesign;

import org.leadrelay.lead.LeadRow;

/**
 * List item of a lead at a model element.
 *
 * @param late whether a promise on this step has passed its due instant
 */
public record LeadAtStep(LeadRow lead, boolean late) {}
