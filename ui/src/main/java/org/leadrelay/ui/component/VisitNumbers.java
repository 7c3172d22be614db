package org.leadrelay.ui.component;

import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.leadrelay.audit.JourneyDiagrams.Visit;

/**
 * Numbers of an element in the order of visiting, with their times on hover.
 *
 * @param text what stands at the element: {@code 3}, or {@code 3, 7, 12}; of many the first and the last
 * @param title every visit with its time, one a line; of very many the first ones and the last
 */
record VisitNumbers(String element, String text, String title) implements Serializable {

    private static final int MOST_NUMBERS = 3;
    private static final int MOST_TIMES = 8;

    /** Of each visited element, in the order of the first visits. */
    static List<VisitNumbers> of(List<Visit> visits, Function<Instant, String> time) {
        Map<String, List<Visit>> byElement =
                visits.stream().collect(Collectors.groupingBy(Visit::element, LinkedHashMap::new, Collectors.toList()));
        List<VisitNumbers> all = new ArrayList<>();
        byElement.forEach((element, each) -> all.add(new VisitNumbers(element, numbers(each), times(each, time))));
        return all;
    }

    private static String numbers(List<Visit> visits) {
        if (visits.size() <= MOST_NUMBERS) {
            return visits.stream().map(each -> String.valueOf(each.number())).collect(Collectors.joining(", "));
        }
        return visits.get(0).number() + " … " + visits.get(visits.size() - 1).number();
    }

    private static String times(List<Visit> visits, Function<Instant, String> time) {
        List<String> lines = new ArrayList<>();
        lines.add(visits.get(0).name());
        int last = visits.size() - 1;
        for (int i = 0; i <= last; i++) {
            if (i < MOST_TIMES || i == last) {
                lines.add(
                        visits.get(i).number() + ": " + time.apply(visits.get(i).at()));
            } else if (i == MOST_TIMES) {
                lines.add("…");
            }
        }
        return String.join("\n", lines);
    }
}
