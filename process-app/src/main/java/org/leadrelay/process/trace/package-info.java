/** Engine listeners that keep journey log, inbox, ledger and the lead's position in step. */
@NullMarked
package org.leadrelay.process.trace;

import org.jspecify.annotations.NullMarked;
