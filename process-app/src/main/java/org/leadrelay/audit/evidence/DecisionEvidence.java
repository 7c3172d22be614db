package org.leadrelay.audit.evidence;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leadrelay.charter.AgreedTables.DecisionTable;

/**
 * Evidence of a decision: what decided, as the line says it, with the table as it was that day.
 *
 * @param key id of the decision
 * @param table the version that decided, as it was deployed; null when the product no longer has it
 * @param rows numbers of the rows that fired, from 1
 * @param inputs by the id of each column, as they were sealed; empty for lines of early versions, which hold none
 * @param outputs by name
 */
public record DecisionEvidence(
        String key,
        int version,
        @Nullable DecisionTable table,
        List<Integer> rows,
        Map<String, String> inputs,
        Map<String, String> outputs) {

    public DecisionEvidence {
        rows = List.copyOf(rows);
        inputs = Map.copyOf(inputs);
        outputs = Map.copyOf(outputs);
    }
}
