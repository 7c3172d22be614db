/** Transactional outbox for mail, and the sender that empties it over SMTP. */
@NullMarked
package org.leadrelay.mail;

import org.jspecify.annotations.NullMarked;
