/** Business calendars, version by version, and who counts in which. */
@NullMarked
package org.leadrelay.calendar;

import org.jspecify.annotations.NullMarked;
