/** Releases of the models: drafted, checked, compared, approved by a second person, in force from a moment, rolled back. */
@NullMarked
package org.leadrelay.redesign;

import org.jspecify.annotations.NullMarked;
