package org.leadrelay.ui.lead;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leadrelay.lead.FactView;

/**
 * Facts of one provenance: they came from one source, by one person, in one minute.
 *
 * @param person login; null when a system said so
 * @param at when the first of them came
 */
record FactGroup(String source, @Nullable String person, Instant at, List<FactView> facts) {

    private record From(String source, @Nullable String person, Instant minute) {}

    /** In the order in which each group's first fact stands. */
    static List<FactGroup> of(List<FactView> facts) {
        Map<From, List<FactView>> groups = new LinkedHashMap<>();
        for (FactView fact : facts) {
            From from = new From(fact.source(), fact.person(), fact.at().truncatedTo(ChronoUnit.MINUTES));
            groups.computeIfAbsent(from, any -> new ArrayList<>()).add(fact);
        }
        return groups.values().stream()
                .map(group -> new FactGroup(
                        group.get(0).source(),
                        group.get(0).person(),
                        group.get(0).at(),
                        List.copyOf(group)))
                .toList();
    }
}
