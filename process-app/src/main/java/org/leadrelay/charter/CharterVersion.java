package org.leadrelay.charter;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.Mandate;

/**
 * One version of the charter with all that is known of it.
 *
 * @param edition counts the edits; whoever edits, proposes or discards says which one they saw
 * @param effectiveFrom the moment chosen when it was proposed; null means with the second signature
 * @param inForceFrom since when it holds, or will; null before both have signed
 * @param recomputedAt when the last running promise was moved, or null
 * @param contentHash SHA-256 of what stands to be signed
 * @param signatures all there ever were, oldest first; only some hold
 * @param authors who drafted, edited or proposed it, and so never signs it
 */
public record CharterVersion(
        int version,
        VersionStage stage,
        int edition,
        Instant madeAt,
        @Nullable Integer basedOn,
        @Nullable Instant effectiveFrom,
        @Nullable Instant inForceFrom,
        boolean recompute,
        @Nullable Instant recomputedAt,
        String contentHash,
        List<Signature> signatures,
        Set<String> authors,
        CharterContent provisions) {

    public CharterVersion {
        signatures = List.copyOf(signatures);
        authors = Set.copyOf(authors);
    }

    /** The side's signature, if one holds. */
    public Optional<Signature> signature(Mandate mandate) {
        return signatures.stream()
                .filter(Signature::holds)
                .filter(each -> each.mandate() == mandate)
                .findFirst();
    }

    /** Whether it can be edited, and is on its way to be signed. */
    public boolean isOpen() {
        return stage == VersionStage.DRAFT || stage == VersionStage.PROPOSED;
    }

    /** Whether it does not bind yet, and may. */
    boolean mayBindLater() {
        return isOpen() || stage == VersionStage.SCHEDULED;
    }
}
