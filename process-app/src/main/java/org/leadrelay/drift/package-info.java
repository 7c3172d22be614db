/** Drift of the decision tables: facts that a source stops sending, default rows that take over, and what that does to hand-offs. */
@NullMarked
package org.leadrelay.drift;

import org.jspecify.annotations.NullMarked;
