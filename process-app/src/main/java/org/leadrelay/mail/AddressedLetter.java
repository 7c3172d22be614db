package org.leadrelay.mail;

import org.jspecify.annotations.Nullable;

/**
 * Letter with its recipient's address and its headers, or the reason why it must not be sent, or not yet.
 *
 * @param reason as a code, null when the letter can leave
 * @param later whether it is asked for again after a while
 * @param text what it was written from; null where that has no versions
 */
public record AddressedLetter(
        @Nullable String address,
        @Nullable Letter letter,
        LetterHeaders headers,
        @Nullable String reason,
        boolean later,
        @Nullable LetterText text) {

    public static AddressedLetter to(String address, Letter letter) {
        return to(address, letter, LetterHeaders.NONE);
    }

    public static AddressedLetter to(String address, Letter letter, LetterHeaders headers) {
        return to(address, letter, headers, null);
    }

    /**
     * @param text what it was written from; null where that has no versions
     */
    public static AddressedLetter to(String address, Letter letter, LetterHeaders headers, @Nullable LetterText text) {
        return new AddressedLetter(address, letter, headers, null, false, text);
    }

    public static AddressedLetter nobody(String reason) {
        return new AddressedLetter(null, null, LetterHeaders.NONE, reason, false, null);
    }

    /** What it would say is not known yet. */
    public static AddressedLetter later(String reason) {
        return new AddressedLetter(null, null, LetterHeaders.NONE, reason, true, null);
    }
}
