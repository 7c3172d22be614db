package org.leadrelay.board;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.leadrelay.board.ExportedJourneys.Round;
import org.leadrelay.board.ExportedJourneys.Way;
import org.leadrelay.board.ExportedJourneys.Word;

/** Counting of the recomputation: rates, shares and times in lists, by group, without any SQL. */
final class RecomputedNumbers {

    final Map<String, String> all = new TreeMap<>();

    private final Instant asOf;
    private final Duration horizon;
    private final OfficeNineToFive office;
    private final Split split;

    RecomputedNumbers(Instant asOf, Duration horizon, OfficeNineToFive office, Split split) {
        this.asOf = asOf;
        this.horizon = horizon;
        this.office = office;
        this.split = split;
    }

    /**
     * By what numbers that have no split of their own are split.
     *
     * @param by source, content, campaign or team; empty for nothing
     * @param campaigns of the captures, by the id of the journey: they stand in no log
     * @param teams of each login
     * @param costs by source and month, as {@code Fair 2026-03}
     */
    record Split(
            String by, Map<String, String> campaigns, Map<String, List<String>> teams, Map<String, BigDecimal> costs) {}

    <T> void total(String id, List<T> rows) {
        grouped(rows, null).forEach((group, some) -> put(id, group, some.size(), some.size(), 0, (double) some.size()));
    }

    <T> void share(String id, List<T> rows, Predicate<T> part, Function<T, String> split) {
        grouped(rows, split).forEach((group, some) -> {
            long n = some.stream().filter(part).count();
            put(id, group, n, some.size(), 0, rate(n, some.size()));
        });
    }

    <T> void ofAll(String id, List<T> rows, Predicate<T> part, Function<T, List<String>> groups) {
        Map<String, Long> counted = new TreeMap<>();
        rows.stream()
                .filter(part)
                .forEach(row -> groups.apply(row).forEach(group -> counted.merge(group, 1L, Long::sum)));
        counted.forEach((group, n) -> put(id, group, n, rows.size(), 0, rate(n, rows.size())));
    }

    <T> void within(
            String id,
            List<T> rows,
            Function<T, Instant> entered,
            Function<T, Instant> reached,
            Function<T, String> split) {
        grouped(rows, split).forEach((group, some) -> {
            List<T> old = some.stream()
                    .filter(row -> !entered.apply(row).plus(horizon).isAfter(asOf))
                    .toList();
            long n = old.stream()
                    .filter(row -> reached.apply(row) != null
                            && !reached.apply(row).isAfter(entered.apply(row).plus(horizon)))
                    .count();
            put(id, group, n, old.size(), some.size() - old.size(), rate(n, old.size()));
        });
    }

    <T> void time(
            String id,
            List<T> rows,
            Function<T, Instant> from,
            Function<T, Instant> to,
            Predicate<T> open,
            double share) {
        grouped(rows, null).forEach((group, some) -> time(id, group, some, from, to, open, share));
    }

    <T> void time(
            String id,
            String group,
            List<T> rows,
            Function<T, Instant> from,
            Function<T, Instant> to,
            Predicate<T> open,
            double share) {
        List<Long> done = new ArrayList<>();
        List<Long> running = new ArrayList<>();
        for (T row : rows) {
            Instant start = from.apply(row);
            Instant end = to.apply(row);
            if (start != null && end != null && !end.isBefore(start)) {
                done.add(Math.max(0, (office.worked(end) - office.worked(start)) / 60));
            } else if (start != null && open.test(row) && (end == null || !id.startsWith("funnel"))) {
                running.add(Math.max(0, (office.worked(asOf) - office.worked(start)) / 60));
            }
        }
        int all = done.size() + running.size();
        Double value = all < 20 ? null : quantile(done, running, share);
        put(id, group, done.size(), all, running.size(), value);
    }

    /** By what is at risk at each minute, minute by minute. */
    private static Double quantile(List<Long> done, List<Long> running, double share) {
        double left = 1;
        for (long minute : done.stream().distinct().sorted().toList()) {
            long atRisk = done.stream().filter(each -> each >= minute).count()
                    + running.stream().filter(each -> each >= minute).count();
            long now = done.stream().filter(each -> each == minute).count();
            left = left * (atRisk - now) / atRisk;
            if (1 - left >= share - 1e-9) {
                return minute * 60.0;
            }
        }
        return null;
    }

    /** By the number's own split, else by the one that was asked for: somebody of two teams is in both. */
    <T> Map<String, List<T>> grouped(List<T> rows, Function<T, String> own) {
        Map<String, List<T>> groups = new LinkedHashMap<>();
        for (T row : rows) {
            for (String group : own == null ? groups(row) : List.of(own.apply(row))) {
                groups.computeIfAbsent(group, any -> new ArrayList<>()).add(row);
            }
        }
        return groups;
    }

    List<String> groups(Object row) {
        Way way = row instanceof Way journey ? journey : row instanceof Round round ? round.way : ((Word) row).way;
        String rep = row instanceof Way ? way.rep : row instanceof Round round ? round.rep : ((Word) row).round.rep;
        return switch (split.by()) {
            case "source" -> List.of(group(way.source));
            case "content" -> List.of(group(way.content));
            case "campaign" -> List.of(group(split.campaigns().get(way.id)));
            case "team" -> split.teams().getOrDefault(rep == null ? "" : rep, List.of("-"));
            default -> List.of("");
        };
    }

    static String group(Object value) {
        return value == null ? "-" : value.toString();
    }

    private static Double rate(long n, long d) {
        return d < 20 ? null : (double) n / d;
    }

    void put(String id, String group, long n, long d, long running, Double value) {
        all.put(id + " " + group, said(n, d, running, value));
    }

    static String said(long n, long d, long running, Double value) {
        return n + " of " + d + ", " + running + " running, " + (value == null ? "no value" : "%.6f".formatted(value));
    }
}
