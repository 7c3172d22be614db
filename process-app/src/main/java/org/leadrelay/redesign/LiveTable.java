package org.leadrelay.redesign;

import java.util.List;
import org.leadrelay.charter.AgreedTables.DecisionTable;

/**
 * Decision table in force with what it decided lately.
 *
 * @param id of its decision
 * @param hits how often each row fired in the last thirty days, in the order of the rows
 * @param decisions of this content in the same time
 * @param decidedByOlder decisions of the same time by versions with other content, of which no row is counted
 * @param older versions with other content by which leads go on, the newest first
 */
public record LiveTable(
        String id,
        int version,
        DecisionTable table,
        List<Long> hits,
        long decisions,
        long decidedByOlder,
        List<OlderVersion> older) {

    public LiveTable {
        hits = List.copyOf(hits);
        older = List.copyOf(older);
    }
}
