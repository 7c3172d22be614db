/** Notices to people: bell, escalation ladder, choice of channels. */
@NullMarked
package org.leadrelay.notification;

import org.jspecify.annotations.NullMarked;
