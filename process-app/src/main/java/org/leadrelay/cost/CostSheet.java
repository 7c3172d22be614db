package org.leadrelay.cost;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * Cost table of several months, by source.
 *
 * @param currency the charter's, in which costs are entered
 * @param sources of which costs may be entered, in the order in which people read them
 * @param entries the newest of each source and month
 */
public record CostSheet(String currency, YearMonth from, YearMonth to, List<String> sources, List<CostEntry> entries) {

    public CostSheet {
        sources = List.copyOf(sources);
        entries = List.copyOf(entries);
    }

    public Optional<CostEntry> entry(String source, YearMonth month) {
        return entries.stream()
                .filter(each -> each.source().equals(source) && each.month().equals(month))
                .findFirst();
    }
}
