/** Reps: what they carry against what they can, and when they are away. */
@NullMarked
package org.leadrelay.ui.team;

import org.jspecify.annotations.NullMarked;
