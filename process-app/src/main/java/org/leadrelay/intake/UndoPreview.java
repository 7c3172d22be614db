package org.leadrelay.intake;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.lead.FactChange;

/**
 * Dry run of an import's undo.
 *
 * @param until the last moment at which it can be asked for
 * @param leadsWithdrawn how many leads would be withdrawn
 * @param factsBack how many facts would go back
 * @param kept how many rows would stay, in whole or in part
 * @param rows every row about which something would happen, or would not for a reason
 */
public record UndoPreview(Instant until, long leadsWithdrawn, long factsBack, long kept, List<Row> rows) {

    /**
     * One row.
     *
     * @param back the facts that go back
     * @param notes what cannot be undone and why, and what stays all the same
     */
    public record Row(
            long line,
            UUID leadId,
            @Nullable String leadName,
            UndoOutcome outcome,
            List<FactChange> back,
            List<String> notes) {}
}
