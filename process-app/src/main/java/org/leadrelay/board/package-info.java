/** Boards: funnel, reasons, laps, response and conversion of leads, each number with its evidence and its leads. */
@NullMarked
package org.leadrelay.board;

import org.jspecify.annotations.NullMarked;
