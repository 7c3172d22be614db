/** Telling people: the bell, the ladder of a promise, and the mail outbox. */
@NullMarked
package org.leadrelay.notification;

import org.jspecify.annotations.NullMarked;
