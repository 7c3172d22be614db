/** Configuration of the engine, and the gate that says what a model may hold. */
@NullMarked
package org.leadrelay.process.engine;

import org.jspecify.annotations.NullMarked;
