/** The charter as a document, its versions, and the draft of the next one. */
@NullMarked
package org.leadrelay.ui.charter;

import org.jspecify.annotations.NullMarked;
