/** How the engine is set up and what a model may hold. */
@NullMarked
package org.leadrelay.process.engine;

import org.jspecify.annotations.NullMarked;
