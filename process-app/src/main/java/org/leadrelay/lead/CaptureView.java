package org.leadrelay.lead;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** View of one capture of a lead. */
public record CaptureView(
        Instant at,
        String outcome,
        String kind,
        String origin,
        @Nullable String source,
        @Nullable String campaign,
        @Nullable String person) {}
