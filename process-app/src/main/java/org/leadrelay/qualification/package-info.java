/** Facts for the rating tables, and whether a lead is ready for a rep. */
@NullMarked
package org.leadrelay.qualification;

import org.jspecify.annotations.NullMarked;
