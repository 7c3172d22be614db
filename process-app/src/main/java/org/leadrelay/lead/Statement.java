package org.leadrelay.lead;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's consent or objection, for one channel.
 *
 * @param given false is an objection
 * @param basis why the channel may be used, for example consent, contract, enquiry
 * @param wording the words that the person saw or said
 * @param source where the person's word came from, for example a call or a signed form; null where
 *     only whoever brings it is known
 * @param at when it was said; null means that it does not say
 */
public record Statement(
        Channel channel,
        boolean given,
        String purpose,
        String basis,
        @Nullable String wording,
        @Nullable String source,
        @Nullable Instant at) {

    // What waits in the database from earlier has no source.
    @JsonCreator
    public Statement {}

    public Statement(
            Channel channel,
            boolean given,
            String purpose,
            String basis,
            @Nullable String wording,
            @Nullable Instant at) {
        this(channel, given, purpose, basis, wording, null, at);
    }

    public static Statement objection(Channel channel) {
        return new Statement(channel, false, "marketing", "objection", null, null);
    }

    /** Whether it shows in which words, and where, the person said it. */
    @JsonIgnore
    boolean hasEvidence() {
        return wording != null && !wording.isBlank() && source != null && !source.isBlank();
    }
}
