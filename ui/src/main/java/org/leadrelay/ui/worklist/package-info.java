/** The inbox: list, task, form, keys. */
@NullMarked
package org.leadrelay.ui.worklist;

import org.jspecify.annotations.NullMarked;
