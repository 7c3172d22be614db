package org.leadrelay.redesign;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.Permission;
import org.leadrelay.charter.AgreedTables;
import org.leadrelay.charter.AgreedTables.DecisionTable;
import org.leadrelay.redesign.RowHits.Hit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Query of the decision tables in force, with how often each row fired lately and who goes on by older versions. */
@Service
public class LiveTables {

    private final Releases releases;
    private final RunningLeads running;
    private final RowHits hits;
    private final AgreedTables tables;
    private final CurrentPerson person;

    LiveTables(Releases releases, RunningLeads running, RowHits hits, AgreedTables tables, CurrentPerson person) {
        this.releases = releases;
        this.running = running;
        this.hits = hits;
        this.tables = tables;
        this.person = person;
    }

    /** By name. */
    @Transactional(readOnly = true)
    public List<LiveTable> all() {
        person.get().mustHave(Permission.READ_PROCESS);
        InForce now = releases.current();
        OlderVersions older = new OlderVersions(now.deploymentId(), running.begun(), running.files());
        List<Hit> lately = hits.of(now.tables().keySet());
        List<LiveTable> live = new ArrayList<>();
        now.tables()
                .forEach((id, version) -> tables.table(id, version)
                        .ifPresent(table -> live.add(live(id, version, table, older, lately))));
        live.sort(Comparator.comparing(each -> each.table().name()));
        return live;
    }

    /** A row keeps its number as long as the content is the same; of other content its number means nothing here. */
    private static LiveTable live(String id, int version, DecisionTable table, OlderVersions older, List<Hit> lately) {
        Set<Integer> same = older.sameAsInForce(id);
        Long[] rows = new Long[table.rules().size()];
        Arrays.fill(rows, 0L);
        long decisions = 0;
        long byOlder = 0;
        for (Hit each : lately) {
            if (!each.table().equals(id)) {
                continue;
            }
            if (!same.contains(each.version())) {
                byOlder += each.times();
                continue;
            }
            decisions += each.times();
            for (int row : each.rows()) {
                if (row >= 1 && row <= rows.length) {
                    rows[row - 1] += each.times();
                }
            }
        }
        return new LiveTable(id, version, table, List.of(rows), decisions, byOlder, older.of(id));
    }
}
