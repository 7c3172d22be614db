/** Releases of the models: upload, findings, difference, approval, roll back. */
@NullMarked
package org.leadrelay.ui.redesign;

import org.jspecify.annotations.NullMarked;
