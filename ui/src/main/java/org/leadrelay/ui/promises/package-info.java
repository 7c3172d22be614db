/** The promises of both sides: what became of them, and whose minutes were late. */
@NullMarked
package org.leadrelay.ui.promises;

import org.jspecify.annotations.NullMarked;
