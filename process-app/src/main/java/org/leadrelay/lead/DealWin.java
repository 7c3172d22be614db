package org.leadrelay.lead;

import java.time.Instant;

/**
 * Record of who won a lead's deal.
 *
 * @param person login of whoever answered that it is won
 * @param until before when that person may take it back
 */
public record DealWin(String person, Instant until) {}
