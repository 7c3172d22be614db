/** The process as it runs: models and tables in force with the leads at each step, what is late, and failed jobs. */
@NullMarked
package org.leadrelay.ui.process;

import org.jspecify.annotations.NullMarked;
