/** The page of one lead: what is known, what happened, where it is. */
@NullMarked
package org.leadrelay.ui.lead;

import org.jspecify.annotations.NullMarked;
