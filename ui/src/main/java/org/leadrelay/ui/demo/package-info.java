/** The demo's clock in the top bar. */
@NullMarked
package org.leadrelay.ui.demo;

import org.jspecify.annotations.NullMarked;
