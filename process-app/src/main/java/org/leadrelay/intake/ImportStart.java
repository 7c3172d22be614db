package org.leadrelay.intake;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Start parameters of an import.
 *
 * @param mapping null matches the columns by their names
 * @param mappingName under which the mapping is saved, null when it is used once
 * @param origin null means the mapping's, or else the file's name
 * @param source the channel where no column says it; null means the mapping's
 * @param asOf the moment at which all that the file says was true, null where nobody knows
 * @param confirmProposed whether what the product proposes for open questions is taken
 */
public record ImportStart(
        @Nullable ImportMapping mapping,
        @Nullable String mappingName,
        @Nullable String origin,
        @Nullable String source,
        @Nullable Instant asOf,
        boolean confirmProposed) {}
