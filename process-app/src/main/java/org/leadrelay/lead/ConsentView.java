package org.leadrelay.lead;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A consent or, when not given, an objection, as it was recorded. */
public record ConsentView(
        Channel channel,
        boolean given,
        String purpose,
        String basis,
        @Nullable String wording,
        String source,
        @Nullable String person,
        Instant at) {}
