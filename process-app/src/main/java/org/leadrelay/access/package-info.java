/** Authentication and authorization: people, roles, teams, API keys, sessions. */
@NullMarked
package org.leadrelay.access;

import org.jspecify.annotations.NullMarked;
