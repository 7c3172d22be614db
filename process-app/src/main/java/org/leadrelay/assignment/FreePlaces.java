package org.leadrelay.assignment;

/**
 * Remaining capacity for new leads.
 *
 * @param free one rep's places: none while absent, and no more than the period leaves
 * @param all everybody's
 */
public record FreePlaces(long free, long all) {}
