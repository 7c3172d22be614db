/** CSV exports of lists, and the log of who took which data out. */
@NullMarked
package org.leadrelay.export;

import org.jspecify.annotations.NullMarked;
