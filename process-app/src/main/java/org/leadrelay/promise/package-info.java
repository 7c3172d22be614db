/** The ledger of promises kept and broken. */
@NullMarked
package org.leadrelay.promise;

import org.jspecify.annotations.NullMarked;
