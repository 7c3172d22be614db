/** Boards: funnel, reasons, laps, response and conversion, each number with the leads behind it. */
@NullMarked
package org.leadrelay.ui.board;

import org.jspecify.annotations.NullMarked;
