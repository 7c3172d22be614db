/**
 * Delegates: the service steps that a model can name. Each reads the lead, calls one service, writes one result.
 */
@NullMarked
package org.leadrelay.process.step;

import org.jspecify.annotations.NullMarked;
