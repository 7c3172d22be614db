/** Nurture tracks: touches sent to a lead, and a rep's attempts to reach a buyer. */
@NullMarked
package org.leadrelay.nurture;

import org.jspecify.annotations.NullMarked;
