package org.leadrelay.board;

import org.jspecify.annotations.Nullable;

/**
 * Query for the rows behind a number of a board.
 *
 * @param number its id
 * @param group as its result names it; null for all groups
 */
public record LeadsAsked(
        Board board,
        BoardFilter filter,
        String number,
        @Nullable String group,
        BoardPart part) {}
