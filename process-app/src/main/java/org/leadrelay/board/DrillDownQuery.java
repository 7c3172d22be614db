package org.leadrelay.board;

import org.jspecify.annotations.Nullable;

/**
 * Query for the rows behind a number of a board (drill-down).
 *
 * @param number its id
 * @param group as its result names it; null for all groups
 */
public record DrillDownQuery(
        Board board,
        BoardFilter filter,
        String number,
        @Nullable String group,
        BoardPart part) {}
