/** The list of leads: search, filter, sort, CSV. */
@NullMarked
package org.leadrelay.ui.leads;

import org.jspecify.annotations.NullMarked;
