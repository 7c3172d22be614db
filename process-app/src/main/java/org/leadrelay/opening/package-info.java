/** Opening of the first talk with a lead: the card above a rep's form, its plays, and whether they helped. */
@NullMarked
package org.leadrelay.opening;

import org.jspecify.annotations.NullMarked;
