package org.leadrelay.lead;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Event of an anonymous form that objected in the name of a known person. It holds at once; somebody should know.
 *
 * @param owner the rep who has the lead, null when nobody has
 */
public record FormObjection(UUID leadId, @Nullable String owner, Instant at) {}
