package org.leadrelay.journal;

import java.time.Instant;
import java.util.UUID;

/** Lines of the log with their seals, for tests that need no database. */
public final class SealedLines {

    private SealedLines() {}

    /** A line of the format of today, sealed after the hash before it. */
    public static SealedLine line(UUID stream, long seq, Instant at, Instant recordedAt, byte[] previous) {
        Line line = new Line(
                Seal.BY_LOGIN,
                stream,
                at,
                Kind.SIGNAL.code(),
                new Author("ada", null, null, "node"),
                ModelPosition.NONE,
                null,
                "{}");
        return new SealedLine(line, seq, recordedAt, previous, Seal.of(line, seq, recordedAt, previous));
    }
}
