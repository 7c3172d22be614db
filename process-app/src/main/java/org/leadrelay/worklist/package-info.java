/**
 * The inbox every role works in: read model of the running tasks, forms, answers.
 * Tells the engine through {@link org.leadrelay.worklist.EngineTasks} and is told by it through
 * {@link org.leadrelay.worklist.Inbox}.
 */
@NullMarked
package org.leadrelay.worklist;

import org.jspecify.annotations.NullMarked;
