package org.leadrelay.redesign;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Release of the models: all files that go live together.
 *
 * @param base number of the release it began with; 0 for the first
 * @param edition counts its changes, for whoever writes to say which one they read
 * @param contentHash SHA-256 over names and contents of its files, in hexadecimal digits
 * @param title what it is for, in one line; empty while nobody wrote it
 * @param madeBy login; of a release that came with the product {@code system}
 * @param inForceFrom null until it is approved
 * @param needsCharter whether it changes what both sides signed: a pinned table, or which clauses the models read
 * @param charterVersion the charter version that takes effect at the same moment
 * @param rollsBackTo the release whose files and definitions these are
 */
public record Release(
        int number,
        ReleaseStage stage,
        int base,
        int edition,
        String contentHash,
        String title,
        String madeBy,
        Instant madeAt,
        @Nullable String sealedBy,
        @Nullable Instant sealedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable Instant inForceFrom,
        boolean needsCharter,
        @Nullable Integer charterVersion,
        @Nullable Integer rollsBackTo) {}
