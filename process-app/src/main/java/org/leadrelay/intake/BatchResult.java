package org.leadrelay.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.lead.Captured;
import org.leadrelay.lead.FactChange;

/** Row results of a batch within one transaction, and their counts. */
final class BatchResult {

    private final List<Row> rows = new ArrayList<>();
    private int created;
    private int merged;
    private int unchanged;
    private int returned;
    private int toDecide;
    private int refused;

    /** What became of one row. */
    record Row(
            long line, ImportRow.Outcome outcome, @Nullable UUID leadId, List<FactChange> changes) {}

    void add(long line, Captured captured) {
        ImportRow.Outcome outcome = ImportRow.Outcome.of(captured);
        rows.add(new Row(line, outcome, captured.leadId(), captured.changes()));
        switch (captured.outcome()) {
            case CREATED -> created++;
            case MERGED -> merged++;
            case UNCHANGED -> {
                merged++;
                unchanged++;
            }
            case RETURNED -> {
                merged++;
                returned++;
            }
            case TO_DECIDE -> {
                merged++;
                toDecide++;
            }
        }
    }

    void refuse(long line) {
        rows.add(new Row(line, ImportRow.Outcome.REFUSED, null, List.of()));
        refused++;
    }

    List<Row> rows() {
        return rows;
    }

    int created() {
        return created;
    }

    int merged() {
        return merged;
    }

    int unchanged() {
        return unchanged;
    }

    int returned() {
        return returned;
    }

    int toDecide() {
        return toDecide;
    }

    int refused() {
        return refused;
    }
}
