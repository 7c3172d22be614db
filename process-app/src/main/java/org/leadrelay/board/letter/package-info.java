/** Letters about the boards: boards by subscription, and what became of a marketer's leads each Monday. */
@NullMarked
package org.leadrelay.board.letter;

import org.jspecify.annotations.NullMarked;
