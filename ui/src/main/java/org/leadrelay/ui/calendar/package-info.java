/** Business calendars: the hours in which promises run, month by month. */
@NullMarked
package org.leadrelay.ui.calendar;

import org.jspecify.annotations.NullMarked;
