/** Reps: load against capacity, absence, skills, waiting leads. */
@NullMarked
package org.leadrelay.ui.team;

import org.jspecify.annotations.NullMarked;
