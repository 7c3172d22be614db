package org.leadrelay.board;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.leadrelay.board.ExportedJourneys.Way;
import org.leadrelay.board.RecomputedNumbers.Split;

/** Revenue by currency, and what leads cost by source and month, recomputed. */
record RecomputedMoney(ExportedJourneys journeys, RecomputedNumbers numbers, Split split, Instant asOf, ZoneId zone) {

    void revenue(String id, List<Way> counted, boolean mean) {
        List<Way> wins = counted.stream().filter(way -> way.won != null).toList();
        Map<String, List<Way>> groups = new TreeMap<>();
        for (Way way : wins) {
            for (String group : id.startsWith("joint") || split.by().isEmpty() ? List.of("") : numbers.groups(way)) {
                String name = (group.isEmpty() ? "" : group + " ") + RecomputedNumbers.group(way.currency);
                groups.computeIfAbsent(name, any -> new ArrayList<>()).add(way);
            }
        }
        groups.forEach((group, won) -> {
            List<Way> valued = won.stream().filter(way -> way.value != null).toList();
            double sum = valued.stream().mapToLong(way -> way.value).sum();
            boolean told = !valued.isEmpty() && (!mean || won.size() >= 20);
            numbers.put(id, group, valued.size(), won.size(), 0, !told ? null : mean ? sum / valued.size() : sum);
        });
    }

    /** In the whole months from the first capture of all until now. */
    void cost(String id, List<Way> counted, Function<Way, Instant> entered) {
        LocalDate began = journeys.ways.stream()
                .map(way -> way.captured.atZone(zone).toLocalDate())
                .sorted()
                .findFirst()
                .orElseThrow();
        List<String> months = new ArrayList<>();
        for (LocalDate month =
                        began.getDayOfMonth() == 1 ? began : began.plusMonths(1).withDayOfMonth(1);
                month.plusMonths(1).atStartOfDay(zone).toInstant().compareTo(asOf) <= 0;
                month = month.plusMonths(1)) {
            months.add(month.toString().substring(0, 7));
        }
        TreeSet<String> sources = new TreeSet<>();
        split.costs().keySet().stream()
                .filter(each -> months.contains(each.substring(each.length() - 7)))
                .forEach(each -> sources.add(each.substring(0, each.length() - 8)));
        for (Function<Way, Instant> each :
                List.<Function<Way, Instant>>of(way -> way.captured, way -> way.handed, way -> way.won)) {
            in(months, counted, each).forEach(way -> sources.add(RecomputedNumbers.group(way.source)));
        }
        List<Way> rows = in(months, counted, entered);
        if (split.by().equals("source")) {
            for (String source : sources) {
                List<Way> some = rows.stream()
                        .filter(way -> RecomputedNumbers.group(way.source).equals(source))
                        .toList();
                cost(id, source, List.of(source), months, some.size());
            }
        } else {
            cost(id, "", sources, months, rows.size());
        }
    }

    private List<Way> in(List<String> months, List<Way> counted, Function<Way, Instant> entered) {
        return counted.stream()
                .filter(way -> entered.apply(way) != null
                        && months.contains(entered.apply(way)
                                .atZone(zone)
                                .toLocalDate()
                                .toString()
                                .substring(0, 7)))
                .toList();
    }

    private void cost(String id, String group, Collection<String> sources, List<String> months, int rows) {
        BigDecimal spent = BigDecimal.ZERO;
        for (String source : sources) {
            for (String month : months) {
                BigDecimal amount = split.costs().get(source + " " + month);
                spent = spent == null || amount == null ? null : spent.add(amount);
            }
        }
        numbers.put(
                id,
                group,
                rows,
                rows,
                0,
                spent == null || rows < 20
                        ? null
                        : spent.divide(BigDecimal.valueOf(rows), 4, RoundingMode.HALF_UP)
                                .doubleValue());
    }
}
