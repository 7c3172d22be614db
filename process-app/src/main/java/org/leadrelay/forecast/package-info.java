/** Forecast of the leads that are on their way to the reps. */
@NullMarked
package org.leadrelay.forecast;

import org.jspecify.annotations.NullMarked;
