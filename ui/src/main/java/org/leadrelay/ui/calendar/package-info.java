/** Business calendars month by month, and the form that changes one. */
@NullMarked
package org.leadrelay.ui.calendar;

import org.jspecify.annotations.NullMarked;
