package org.leadrelay.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.journal.SealedLine;
import org.leadrelay.journal.Tombstone;

/** Verification of one hash chain, line by line in their order and its head last. */
final class ChainWalk {

    /** Of a chain that is wrong everywhere, the beginning says it. */
    static final int MOST_FINDINGS = 100;

    /** How far the clocks of a node and of the database may be apart. */
    static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final byte[] NOTHING = new byte[0];

    private final UUID stream;
    private final boolean clockIsReal;
    private final List<ChainFinding> findings = new ArrayList<>();
    private final boolean closed;
    private long lines;
    private long last;
    private byte @Nullable [] lastHash;
    private boolean clockDiffered;

    /**
     * @param clockIsReal whether the product reads the machine's clock, and not one that a demo moves
     * @param removed what is said of lines that went by rule; null where none did
     */
    ChainWalk(UUID stream, boolean clockIsReal, @Nullable Tombstone removed) {
        this.stream = stream;
        this.clockIsReal = clockIsReal;
        this.closed = removed != null;
        this.last = removed == null ? 0 : removed.lastSeq();
        this.lastHash = removed == null ? NOTHING : removed.lastHash();
    }

    void line(SealedLine line) {
        if (line.seq() > last + 1) {
            found(FindingCode.LINE_MISSING, last + 1);
            lastHash = null;
        }
        FindingCode wrong = line.seq() < 1 ? FindingCode.LINE_CHANGED : against(line, lastHash);
        if (wrong != null) {
            found(wrong, line.seq());
        } else if (clockIsReal && !clockDiffered && isFarFromDatabase(line)) {
            clockDiffered = true;
            found(FindingCode.CLOCK_DIFFERS, line.seq());
        }
        lines++;
        last = Math.max(last, line.seq());
        lastHash = line.hash();
    }

    private static boolean isFarFromDatabase(SealedLine line) {
        Instant recorded = line.recordedAt();
        return recorded != null
                && Duration.between(line.line().at(), recorded).abs().compareTo(TOLERANCE) > 0;
    }

    /**
     * @param before null when the line before is missing: only the row's own copy of its hash is left to go by
     */
    private static @Nullable FindingCode against(SealedLine line, byte @Nullable [] before) {
        if (!line.hasKnownFormat()) {
            return FindingCode.FORMAT_UNKNOWN;
        }
        boolean follows = before == null || Arrays.equals(line.previousHash(), before);
        if (before != null && line.isSealedAfter(before)) {
            return follows ? null : FindingCode.PREVIOUS_HASH_CHANGED;
        }
        if (!line.isSealedAfter(line.previousHash())) {
            return FindingCode.LINE_CHANGED;
        }
        return follows ? null : FindingCode.LINK_BROKEN;
    }

    /**
     * @param head what the chain's head says, null when there is none
     * @param known whether something else in the database says that there must be lines
     */
    List<ChainFinding> end(@Nullable Head head, boolean known) {
        long told = head == null ? 0 : head.seq();
        if (lines == 0 && !closed) {
            if (told > 0 || known) {
                found(FindingCode.CHAIN_MISSING, null);
            }
        } else if (head == null) {
            found(FindingCode.HEAD_MISSING, last);
        } else if (told > last) {
            found(FindingCode.CHAIN_SHORTENED, last + 1);
        } else if (told < last || !Arrays.equals(head.hash(), lastHash)) {
            found(FindingCode.HEAD_DIFFERS, last);
        }
        return List.copyOf(findings);
    }

    long lines() {
        return lines;
    }

    long last() {
        return last;
    }

    private void found(FindingCode code, @Nullable Long seq) {
        if (findings.size() < MOST_FINDINGS) {
            findings.add(new ChainFinding(code, stream, seq));
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // compared by name
    record Head(long seq, byte[] hash) {}
}
