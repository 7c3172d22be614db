package org.leadrelay.mail;

import org.jspecify.annotations.Nullable;

/**
 * Headers and envelope of a letter that listens: where answers, unsubscribing and bounces go.
 *
 * @param replyTo address of a person who reads answers; null for the sender's
 * @param unsubscribe https address for one click (RFC 8058); null in a mail that nobody can unsubscribe from
 * @param returnPath envelope sender, of this mail alone (VERP); null for the sender's address
 */
public record LetterHeaders(
        @Nullable String replyTo,
        @Nullable String unsubscribe,
        @Nullable String returnPath) {

    static final LetterHeaders NONE = new LetterHeaders(null, null, null);
}
