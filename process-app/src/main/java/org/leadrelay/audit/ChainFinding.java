package org.leadrelay.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Finding of a verification: one place where a hash chain is not as it was written.
 *
 * @param stream the lead, or another stream of the log
 * @param seq number of the line where it shows; null when it concerns the whole chain
 */
public record ChainFinding(
        FindingCode code, UUID stream, @Nullable Long seq) {}
