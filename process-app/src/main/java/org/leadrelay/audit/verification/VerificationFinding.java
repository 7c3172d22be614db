package org.leadrelay.audit.verification;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Integrity violation found by a verification.
 *
 * @param code a code of {@code FindingCode}
 * @param stream whose log: a lead's id, or that of another stream
 * @param seq the line; null where the whole stream is meant
 * @param said what it means, in the reader's language
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record VerificationFinding(
        String code, UUID stream, @Nullable Long seq, String said) {}
