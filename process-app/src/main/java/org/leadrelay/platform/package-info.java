/** The technical base: clock, errors, locks, retry, paging; it knows no feature. */
@NullMarked
package org.leadrelay.platform;

import org.jspecify.annotations.NullMarked;
