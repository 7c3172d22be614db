/** The charter as a document, its versions, and the way of the next one. */
@NullMarked
package org.leadrelay.ui.charter;

import org.jspecify.annotations.NullMarked;
