package org.leadrelay.intake;

import java.util.List;

/**
 * Evidence of what the columns of a file hold.
 *
 * @param columns in the file's order
 * @param rows those that could be read
 */
record FileEvidence(List<ColumnEvidence> columns, long rows) {

    static final FileEvidence NONE = new FileEvidence(List.of(), 0);

    ColumnEvidence column(int index) {
        return index < columns.size() ? columns.get(index) : new ColumnEvidence();
    }
}
