/** The read side of the journey log: timeline, diagrams, proof that no line was changed. */
@NullMarked
package org.leadrelay.audit;

import org.jspecify.annotations.NullMarked;
