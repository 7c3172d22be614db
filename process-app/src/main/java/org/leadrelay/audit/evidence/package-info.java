/** Evidence behind a line of the journey log: the decision table that decided, the arithmetic of a promise. */
@NullMarked
package org.leadrelay.audit.evidence;

import org.jspecify.annotations.NullMarked;
