/** How leads come in by hand: files, a form, and pairs about which a person decides. */
@NullMarked
package org.leadrelay.ui.intake;

import org.jspecify.annotations.NullMarked;
