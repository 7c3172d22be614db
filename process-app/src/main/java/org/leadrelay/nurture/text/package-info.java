/** Texts of nurture mails: files with fields and fallbacks, written and approved by marketing, version by version. */
@NullMarked
package org.leadrelay.nurture.text;

import org.jspecify.annotations.NullMarked;
