/**
 * What the engine does, told to the journey log, the inbox, the ledger and the lead's whereabouts.
 */
@NullMarked
package org.leadrelay.process.trace;

import org.jspecify.annotations.NullMarked;
