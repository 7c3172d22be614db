/** Imports of files, a form for one lead, and cases about which a person decides. */
@NullMarked
package org.leadrelay.ui.intake;

import org.jspecify.annotations.NullMarked;
