package org.leadrelay.lead;

import java.util.List;
import java.util.Map;

/**
 * Snapshot of what is known of a lead when it is rated.
 *
 * @param facts typed numbers, booleans and listed values, never personal data
 * @param signals what the buyer did, oldest first; every one's {@code at} is set
 */
public record Knowledge(Map<String, Object> facts, List<Signal> signals) {}
