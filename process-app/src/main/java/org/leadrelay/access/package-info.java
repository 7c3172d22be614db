/** People, roles, teams and API keys; who is asking, and the locks on the REST doors. */
@NullMarked
package org.leadrelay.access;

import org.jspecify.annotations.NullMarked;
