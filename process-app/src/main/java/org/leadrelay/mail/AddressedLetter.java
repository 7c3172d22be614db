package org.leadrelay.mail;

import org.jspecify.annotations.Nullable;

/**
 * A letter with its address, or the reason why there is none.
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
