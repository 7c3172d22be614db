/** Arithmetic of working time: opening hours, public holidays, counting; without Spring and SQL. */
@NullMarked
package org.leadrelay.workingtime;

import org.jspecify.annotations.NullMarked;
