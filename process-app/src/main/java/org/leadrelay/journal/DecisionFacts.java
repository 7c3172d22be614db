package org.leadrelay.journal;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a decision table could read when it decided, kept beside the decision's line and erasable with the lead.
 *
 * @param facts what it could read, by name: values and maps of values
 * @param outputs what it answered
 */
public record DecisionFacts(
        String table, int tableVersion, Map<String, ? extends @Nullable Object> facts, Map<String, ?> outputs) {}
