package org.leadrelay.journal;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a decision table could read when it decided, kept beside the decision's line and erasable with the lead.
 *
 * @param rows numbers of the rows that fired, from 1
 * @param facts what it could read, by name: values and maps of values
 * @param outputs what it answered
 */
public record DecisionFacts(
        String table,
        int tableVersion,
        List<Integer> rows,
        Map<String, ? extends @Nullable Object> facts,
        Map<String, ?> outputs) {

    public DecisionFacts {
        rows = List.copyOf(rows);
    }
}
