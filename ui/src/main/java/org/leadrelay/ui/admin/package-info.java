/** Administration: people, roles, teams, API keys, mail that failed, the record of exports. */
@NullMarked
package org.leadrelay.ui.admin;

import org.jspecify.annotations.NullMarked;
