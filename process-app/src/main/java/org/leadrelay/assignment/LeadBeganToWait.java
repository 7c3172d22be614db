package org.leadrelay.assignment;

/** Published when a lead begins to wait for a rep: a place may have been freed that the choice could not see yet. */
record LeadBeganToWait(HandOff lead) {}
