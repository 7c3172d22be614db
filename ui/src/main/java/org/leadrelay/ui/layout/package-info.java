/** The frame around every view: navigation, login, theme, error pages. */
@NullMarked
package org.leadrelay.ui.layout;

import org.jspecify.annotations.NullMarked;
