/** The inbox that every role works in. */
@NullMarked
package org.leadrelay.ui.worklist;

import org.jspecify.annotations.NullMarked;
