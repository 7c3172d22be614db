package org.leadrelay.charter;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * Figure of one version that both sides signed.
 *
 * @param from when that version took effect; it holds until the next one does
 * @param currency of the version's amounts
 */
public record AgreedFigure(Instant from, Metric metric, BigDecimal value, String currency) {}
