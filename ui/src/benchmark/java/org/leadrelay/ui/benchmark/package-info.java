/** Measurements of screens in a browser. */
@NullMarked
package org.leadrelay.ui.benchmark;

import org.jspecify.annotations.NullMarked;
