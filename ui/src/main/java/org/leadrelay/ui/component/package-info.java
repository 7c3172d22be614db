/** Widgets that several features share. */
@NullMarked
package org.leadrelay.ui.component;

import org.jspecify.annotations.NullMarked;
