package org.leadrelay.notification;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Delivery of a notice to one person, before it is known whether that person was told already.
 *
 * @param mailKey the mail that carries it, null when none does
 * @param leaves when that mail leaves, null when there is none
 */
record NoticeDelivery(
        UUID id,
        ChannelChoice way,
        @Nullable String mailKey,
        @Nullable Instant leaves) {

    String login() {
        return way.login();
    }

    /** The key of a mail that carries this notice alone. */
    static String alone(UUID id) {
        return "notice:" + id;
    }
}
