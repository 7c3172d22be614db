/**
 * What both sides signed, the working time it is counted in, and the ledger of promises kept and
 * broken.
 */
@NullMarked
package org.leadrelay.promise;

import org.jspecify.annotations.NullMarked;
