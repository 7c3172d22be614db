/** Demo mode: people, sample leads, a clock that can be moved, a simulated past. */
@NullMarked
package org.leadrelay.demo;

import org.jspecify.annotations.NullMarked;
