package org.leadrelay.journal;

import java.util.Map;
import org.springframework.stereotype.Service;

/**
 * Append-only audit log of what is no lead's: who logged in, who changed whom, what was deployed, who read what. Its
 * lines lie in the tables of the {@link JourneyLog} and are written with them.
 */
@Service
public class OperationLog {

    private final LogWriter writer;
    private final LineFactory lines;
    private final NodeStreams streams;

    OperationLog(LogWriter writer, LineFactory lines, NodeStreams streams) {
        this.writer = writer;
        this.lines = lines;
        this.streams = streams;
    }

    /**
     * Adds a line to this node's stream of that kind, in the order of the calls.
     *
     * @param subject whom or what it is about: a login, a code, an id
     * @param details codes, references, numbers; of a change the old and the new value; what people typed as {@link
     *     CommittedText}
     * @throws IllegalStateException outside a transaction: a line without its deed would be a lie
     * @throws IllegalArgumentException for {@link StreamKind#LEAD}
     */
    public void add(StreamKind stream, Kind kind, String subject, Map<String, ?> details) {
        PendingLines.ofTransaction(writer, kind).add(lines.of(streams.idOf(stream), kind, subject, details));
    }

    /** The same about something that has nothing but the name that people gave it. */
    public void add(StreamKind stream, Kind kind, CommittedText subject, Map<String, ?> details) {
        PendingLines.ofTransaction(writer, kind).add(lines.of(streams.idOf(stream), kind, subject, details));
    }
}
