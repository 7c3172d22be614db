/** The ledger of promises: opened, paused, kept, broken. */
@NullMarked
package org.leadrelay.promise;

import org.jspecify.annotations.NullMarked;
