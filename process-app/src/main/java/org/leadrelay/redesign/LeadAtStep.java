package org.leadrelay.redesign;

import org.leadrelay.lead.LeadRow;

/**
 * Lead that stands at an element now.
 *
 * @param late whether a promise on this step has passed its due instant
 */
public record LeadAtStep(LeadRow lead, boolean late) {}
