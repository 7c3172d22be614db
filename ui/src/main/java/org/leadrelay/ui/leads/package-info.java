/** The list of leads: found, filtered, sorted, taken out as CSV. */
@NullMarked
package org.leadrelay.ui.leads;

import org.jspecify.annotations.NullMarked;
