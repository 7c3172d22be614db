/** Releases of the models in the engine: deployed as a whole, read back, checked; where leads run and jobs fail. */
@NullMarked
package org.leadrelay.process.redesign;

import org.jspecify.annotations.NullMarked;
