/** Texts of nurture mails: listed by track, written beside a preview, approved by another person. */
@NullMarked
package org.leadrelay.ui.text;

import org.jspecify.annotations.NullMarked;
