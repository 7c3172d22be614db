package org.leadrelay.drift;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.leadrelay.charter.AgreedTables;
import org.leadrelay.charter.CharterVersions;
import org.leadrelay.charter.PinnedTable;
import org.leadrelay.drift.DecisionCounts.Watched;
import org.leadrelay.lead.FactDefinitions;
import org.leadrelay.lead.LearnedList;
import org.leadrelay.redesign.Releases;
import org.springframework.stereotype.Component;

/** The tables that say what is sales-ready (those of the charter), as they decide now, with the facts a lead can lack. */
@Component
class WatchedTables {

    private final CharterVersions charters;
    private final Releases releases;
    private final AgreedTables tables;
    private final FactDefinitions facts;

    WatchedTables(CharterVersions charters, Releases releases, AgreedTables tables, FactDefinitions facts) {
        this.charters = charters;
        this.releases = releases;
        this.tables = tables;
        this.facts = facts;
    }

    List<Watched> inForce() {
        Map<String, Integer> versions = releases.current().tables();
        List<Watched> watched = new ArrayList<>();
        for (PinnedTable pinned : charters.inForce().provisions().tables()) {
            String id = pinned.decision();
            Integer version = versions.get(id);
            if (version != null) {
                tables.table(id, version)
                        .ifPresent(table -> watched.add(
                                new Watched(id, version, table.rules().size(), lackable(id, version))));
            }
        }
        return List.copyOf(watched);
    }

    /** What the product works out itself, such as engagement, is never missing, and what people learn no source sends. */
    private List<String> lackable(String table, int version) {
        return tables.factsRead(table, version).stream()
                .filter(each -> facts.find(each).isPresent())
                .filter(each -> LearnedList.of(each).isEmpty())
                .toList();
    }
}
