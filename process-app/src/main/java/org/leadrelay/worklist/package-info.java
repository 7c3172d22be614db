/**
 * The inbox every role works in: a projection of the running tasks, their forms, and what people do
 * with them. Tells the engine through {@link org.leadrelay.worklist.Tasks} and is told by it
 * through {@link org.leadrelay.worklist.Inbox}.
 */
@NullMarked
package org.leadrelay.worklist;

import org.jspecify.annotations.NullMarked;
