/** What only the demo has: a clock that can be moved. */
@NullMarked
package org.leadrelay.ui.demo;

import org.jspecify.annotations.NullMarked;
