/** What both sides signed: clauses, agreed lists and limits, version by version. */
@NullMarked
package org.leadrelay.charter;

import org.jspecify.annotations.NullMarked;
