/** Costs of marketing by source and month, each with its history; what the boards divide by leads. */
@NullMarked
package org.leadrelay.cost;

import org.jspecify.annotations.NullMarked;
