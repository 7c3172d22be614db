/** Measurements against the bare engine: {@code mvn -Pbenchmark verify}. */
@NullMarked
package org.leadrelay.benchmark;

import org.jspecify.annotations.NullMarked;
