/** Structural difference between two releases: by element and property, sorted, in sentences; tables row by row. */
@NullMarked
package org.leadrelay.redesign.difference;

import org.jspecify.annotations.NullMarked;
