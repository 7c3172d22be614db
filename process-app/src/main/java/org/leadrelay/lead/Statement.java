package org.leadrelay.lead;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's consent or objection, for one channel.
 *
 * @param given false is an objection
 * @param basis why the channel may be used, for example consent, contract, enquiry
 * @param wording the words that the person saw
 * @param at when it was said; null means now
 */
public record Statement(
        Channel channel,
        boolean given,
        String purpose,
        String basis,
        @Nullable String wording,
        @Nullable Instant at) {

    public static Statement objection(Channel channel) {
        return new Statement(channel, false, "marketing", "objection", null, null);
    }
}
