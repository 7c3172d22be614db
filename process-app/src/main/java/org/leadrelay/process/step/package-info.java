/**
 * The service steps a model can name: each reads the lead, calls one service, writes one result.
 */
@NullMarked
package org.leadrelay.process.step;

import org.jspecify.annotations.NullMarked;
