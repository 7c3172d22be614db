/** The bell, and each person's choice of channels. */
@NullMarked
package org.leadrelay.ui.notice;

import org.jspecify.annotations.NullMarked;
