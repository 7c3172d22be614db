package org.leadrelay.journal;

import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;

/**
 * Append-only journey log. Lines are collected while a transaction runs and written in one statement just before
 * it commits: what rolls back leaves no line, and the chain of a lead is locked for an instant only.
 */
@Service
public class JourneyLog {

    private final LogWriter writer;
    private final LineFactory lines;

    JourneyLog(LogWriter writer, LineFactory lines) {
        this.writer = writer;
        this.lines = lines;
    }

    /**
     * Adds a line to the log of the entry's lead, in the order of the calls.
     *
     * @throws IllegalStateException outside a transaction: a line without its deed would be a lie
     */
    public void add(Entry entry) {
        PendingLines.ofTransaction(writer, entry.kind()).add(lines.of(entry));
    }

    /** {@link #add(Entry)} for a decision, with all that its table could read beside the line. */
    public void add(Entry entry, DecisionFacts sheet) {
        PendingLines.ofTransaction(writer, entry.kind()).add(lines.of(entry), sheet);
    }

    /** {@link #add(Entry)} for something that happened outside any model element. */
    public void add(UUID leadId, Kind kind, Map<String, ?> details) {
        add(Entry.of(leadId, kind, details));
    }
}
