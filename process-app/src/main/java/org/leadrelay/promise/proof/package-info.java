/** Proofs of the ledger: rebuilt from the journey log, compared with the engine's timers. */
@NullMarked
package org.leadrelay.promise.proof;

import org.jspecify.annotations.NullMarked;
