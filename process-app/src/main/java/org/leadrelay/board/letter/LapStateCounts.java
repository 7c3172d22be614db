package org.leadrelay.board.letter;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Counts of laps that were handed over, by where they stand: each is in exactly one part, so that the parts sum to the whole.
 *
 * @param counts by the state, none of them 0
 */
record LapStateCounts(Map<String, Long> counts) {

    LapStateCounts {
        counts = Map.copyOf(counts);
    }

    static LapStateCounts of(Collection<HandedLap> laps) {
        return new LapStateCounts(
                laps.stream().collect(Collectors.groupingBy(HandedLap::state, Collectors.counting())));
    }

    long whole() {
        return counts.values().stream().mapToLong(each -> each).sum();
    }

    /**
     * The parts in which any stand.
     *
     * @param order of the parts; one that it does not name comes last
     */
    Map<String, Long> parts(List<String> order) {
        Map<String, Long> rest = new TreeMap<>(counts);
        Map<String, Long> parts = new LinkedHashMap<>();
        order.forEach(state -> {
            Long count = rest.remove(state);
            if (count != null) {
                parts.put(state, count);
            }
        });
        parts.putAll(rest);
        return parts;
    }
}
