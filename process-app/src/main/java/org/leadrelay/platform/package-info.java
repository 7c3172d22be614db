/** The technical base every feature stands on; it knows no feature. */
@NullMarked
package org.leadrelay.platform;

import org.jspecify.annotations.NullMarked;
