/** The hours in which promises run, and the arithmetic of working time. */
@NullMarked
package org.leadrelay.calendar;

import org.jspecify.annotations.NullMarked;
