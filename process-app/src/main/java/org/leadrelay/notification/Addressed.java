package org.leadrelay.notification;

import org.jspecify.annotations.Nullable;

/**
 * A letter with its address, or the reason why there is none.
 *
 * @param reason as a code, null when the letter can leave
 */
record Addressed(
        @Nullable String address,
        @Nullable Letter letter,
        @Nullable String reason) {

    static Addressed to(String address, Letter letter) {
        return new Addressed(address, letter, null);
    }

    static Addressed nobody(String reason) {
        return new Addressed(null, null, reason);
    }
}
