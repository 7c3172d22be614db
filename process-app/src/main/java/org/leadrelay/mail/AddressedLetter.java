package org.leadrelay.mail;

import org.jspecify.annotations.Nullable;

/**
 * Letter with its recipient's address, or the reason why it must not be sent.
 *
 * @param reason as a code, null when the letter can leave
 */
public record AddressedLetter(
        @Nullable String address,
        @Nullable Letter letter,
        @Nullable String reason) {

    public static AddressedLetter to(String address, Letter letter) {
        return new AddressedLetter(address, letter, null);
    }

    public static AddressedLetter nobody(String reason) {
        return new AddressedLetter(null, null, reason);
    }
}
