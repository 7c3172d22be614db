/** What the rating tables are told about a lead, and whether a rep may get it. */
@NullMarked
package org.leadrelay.qualification;

import org.jspecify.annotations.NullMarked;
