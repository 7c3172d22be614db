/** People, teams, API keys, and the record of exports. */
@NullMarked
package org.leadrelay.ui.admin;

import org.jspecify.annotations.NullMarked;
