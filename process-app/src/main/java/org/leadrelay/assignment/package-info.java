/** Reps, what they can carry, and who gets a sales-ready lead. */
@NullMarked
package org.leadrelay.assignment;

import org.jspecify.annotations.NullMarked;
