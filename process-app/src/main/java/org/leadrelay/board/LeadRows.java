package org.leadrelay.board;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rows of one lead in the tables of the projection.
 *
 * @param laps values by column, all rows with the same columns
 * @param promises values in the order of the columns
 */
record LeadRows(List<Map<String, @Nullable Object>> laps, List<Object[]> promises) {

    static final LeadRows NONE = new LeadRows(List.of(), List.of());
}
