/** Charts and lists of the promises of both sides. */
@NullMarked
package org.leadrelay.ui.promises;

import org.jspecify.annotations.NullMarked;
