/** The bell: what a person is told in the application. */
@NullMarked
package org.leadrelay.ui.notice;

import org.jspecify.annotations.NullMarked;
