package org.leadrelay.lead;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A consent or, when not given, an objection, as it was recorded, with its weight now.
 *
 * @param source where it came from
 * @param at when it was said; of an undated one, when it was recorded
 * @param undated whether it is older than anything said in the product, for nobody knows when it
 *     was said
 * @param decides whether it decides its channel now
 * @param why why it does not decide
 */
public record ConsentView(
        UUID id,
        Channel channel,
        boolean given,
        String purpose,
        String basis,
        @Nullable String wording,
        String source,
        @Nullable String person,
        Instant at,
        StatementKind kind,
        boolean undated,
        boolean decides,
        @Nullable ConsentWhy why) {

    /** The same, with why it does not decide its channel; null when it does. */
    ConsentView weighed(@Nullable ConsentWhy whyNot) {
        return new ConsentView(
                id, channel, given, purpose, basis, wording, source, person, at, kind, undated, whyNot == null, whyNot);
    }

    /** Whether a person decides if it is the person's own word. */
    @JsonProperty
    public boolean toDecide() {
        return why == ConsentWhy.TO_DECIDE;
    }
}
