/** Words of the boards: rates, times, amounts and groups as screens and letters say them. */
@NullMarked
package org.leadrelay.board.words;

import org.jspecify.annotations.NullMarked;
