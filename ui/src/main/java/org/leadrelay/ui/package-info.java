/** Vaadin views over the process application's services; they know records and services only. */
@NullMarked
package org.leadrelay.ui;

import org.jspecify.annotations.NullMarked;
