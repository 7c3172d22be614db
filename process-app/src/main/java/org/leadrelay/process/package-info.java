/**
 * Adapter to the process engine, the only package that knows it.
 * It carries the models' steps to the features' services, and implements the ports through which features
 * reach a journey.
 */
@NullMarked
package org.leadrelay.process;

import org.jspecify.annotations.NullMarked;
