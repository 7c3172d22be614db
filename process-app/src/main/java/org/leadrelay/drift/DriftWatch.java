package org.leadrelay.drift;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.People;
import org.leadrelay.access.Permission;
import org.leadrelay.drift.DecisionCounts.Compared;
import org.leadrelay.drift.DecisionCounts.Days;
import org.leadrelay.drift.DecisionCounts.FactQuestion;
import org.leadrelay.drift.DecisionCounts.Watched;
import org.leadrelay.drift.DriftTable.FindingRow;
import org.leadrelay.drift.DriftTable.Row;
import org.leadrelay.notification.NoticeCause;
import org.leadrelay.notification.NoticeKind;
import org.leadrelay.notification.Notices;
import org.leadrelay.platform.MinimumInterval;
import org.leadrelay.platform.Sweep;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Drift detection as a sweep: every ten minutes one of the nodes compares what the tables decided lately with what is usual, tells
 * whoever may hear of it once for each source, and takes it back when it is over.
 */
@Component
class DriftWatch implements Sweep {

    private static final Duration EVERY = Duration.ofMinutes(10);

    private final WatchedTables tables;
    private final DecisionCounts counts;
    private final DriftTable drifts;
    private final Notices notices;
    private final People people;
    private final Clock clock;
    private final MinimumInterval interval = new MinimumInterval(EVERY);

    DriftWatch(
            WatchedTables tables,
            DecisionCounts counts,
            DriftTable drifts,
            Notices notices,
            People people,
            Clock clock) {
        this.tables = tables;
        this.counts = counts;
        this.drifts = drifts;
        this.notices = notices;
        this.people = people;
        this.clock = clock;
    }

    /** Drift is to be told within an hour. */
    @Override
    public Duration delayWhileJumping() {
        return Duration.ofHours(1);
    }

    @Override
    @Transactional
    public int sweep() {
        Instant now = clock.instant();
        if (!interval.isDue(now) || !drifts.isDue(now, now.minus(EVERY))) {
            return 0;
        }
        interval.begin(now);
        return look(now);
    }

    private int look(Instant now) {
        List<Watched> watched = tables.inForce();
        if (watched.isEmpty()) {
            return 0;
        }
        Map<Series, Compared> compared = new HashMap<>();
        counts.compare(watched).forEach(each -> compared.put(Series.of(each), each));
        List<Row> open = drifts.open();
        Set<Series> lasting = new HashSet<>();
        int changes = goOn(open, watched, compared, lasting, now);
        Map<String, List<Compared>> found = new HashMap<>();
        compared.forEach((series, each) -> {
            if (!lasting.contains(series) && DriftRule.found(each.usual(), each.newest())) {
                found.computeIfAbsent(series.source(), source -> new ArrayList<>())
                        .add(each);
            }
        });
        found(found, watched, now);
        return changes + found.size();
    }

    /** A fact of a source in a table; the empty fact is the last row. */
    private record Series(String table, String source, String fact) {

        static Series of(Compared compared) {
            return new Series(compared.table(), compared.source(), compared.fact());
        }
    }

    /** Counts anew what was found; ends what is over, and says of how many sources. */
    private int goOn(
            List<Row> open, List<Watched> watched, Map<Series, Compared> compared, Set<Series> lasting, Instant now) {
        Map<Long, Row> byId = open.stream().collect(Collectors.toMap(Row::id, Function.identity()));
        List<FindingRow> known = drifts.findings(List.copyOf(byId.keySet())).stream()
                .filter(each -> each.endedAt() == null)
                .toList();
        Map<FindingRow, FactQuestion> asked = asked(known, byId, watched);
        Map<FactQuestion, Share> since = counts.since(asked.values());
        Map<Days, Share> handed = counts.handed(
                watched, open.stream().map(each -> sinceItBegan(each, now)).toList());
        Set<Long> last = new HashSet<>();
        for (FindingRow finding : known) {
            Row drift = Objects.requireNonNull(byId.get(finding.drift()));
            Series series = new Series(finding.table(), drift.source(), finding.fact());
            FactQuestion of = asked.get(finding);
            boolean over = of == null || isOver(drift, finding, compared.get(series), now);
            drifts.count(finding, of == null ? finding.now() : share(since, of), over ? now : null);
            if (!over) {
                lasting.add(series);
                last.add(drift.id());
            }
        }
        open.forEach(drift -> {
            boolean lasts = last.contains(drift.id());
            drifts.count(drift.id(), share(handed, sinceItBegan(drift, now)), lasts ? null : now);
            if (!lasts) {
                notices.resolve(NoticeCause.drift(drift.id()));
            }
        });
        return open.size() - last.size();
    }

    /** What to count of each finding, without those whose table does not read the fact any more. */
    private static Map<FindingRow, FactQuestion> asked(
            List<FindingRow> findings, Map<Long, Row> drifts, List<Watched> watched) {
        Map<FindingRow, FactQuestion> asked = new LinkedHashMap<>();
        findings.forEach(finding -> {
            Watched table = reader(finding, watched);
            Row drift = Objects.requireNonNull(drifts.get(finding.drift()));
            if (table != null) {
                asked.put(finding, new FactQuestion(table, drift.source(), finding.fact(), drift.beganAt()));
            }
        });
        return asked;
    }

    private static Days sinceItBegan(Row drift, Instant now) {
        return new Days(drift.source(), drift.beganAt(), now);
    }

    /** Of what was asked. */
    private static <T> Share share(Map<T, Share> counted, T asked) {
        return Objects.requireNonNull(counted.get(asked));
    }

    /** The table, while it still reads the fact. */
    private static @Nullable Watched reader(FindingRow finding, List<Watched> watched) {
        return watched.stream()
                .filter(each -> each.table().equals(finding.table()))
                .filter(each -> finding.fact().isEmpty() || each.facts().contains(finding.fact()))
                .findFirst()
                .orElse(null);
    }

    /** What lasts as long as it is compared with is usual by now; a source that is silent lacks nothing. */
    private static boolean isOver(Row drift, FindingRow finding, @Nullable Compared lately, Instant now) {
        return lately == null
                || lately.newest().n() == 0
                || DriftRule.gone(finding.usually(), lately.newest())
                || !drift.beganAt().plus(DriftRule.USUAL).plus(DriftRule.NEW).isAfter(now);
    }

    /** Somebody who was told of a source is not told again while it lasts: what comes on top stands on the page. */
    private void found(Map<String, List<Compared>> found, List<Watched> watched, Instant now) {
        if (found.isEmpty()) {
            return;
        }
        Map<String, Long> open = drifts.open().stream().collect(Collectors.toMap(Row::source, Row::id));
        Map<String, Days> before = new LinkedHashMap<>();
        found.forEach((source, what) -> {
            Long known = open.get(source);
            if (known == null) {
                Instant began = began(what, now);
                before.put(source, new Days(source, began.minus(DriftRule.USUAL), began));
            } else {
                what.forEach(each -> drifts.found(known, each, now));
            }
        });
        Map<Days, Share> usually = counts.handed(watched, before.values());
        List<Long> opened = new ArrayList<>();
        before.forEach((source, days) -> {
            long id = drifts.open(source, days.until(), now, share(usually, days));
            Objects.requireNonNull(found.get(source)).forEach(each -> drifts.found(id, each, now));
            opened.add(id);
        });
        countFirst(opened, watched, now);
        tell(opened);
    }

    /** A last row decides now and then at any time; a fact is missing from a moment on. */
    private static Instant began(List<Compared> what, Instant now) {
        boolean lacks = what.stream().anyMatch(each -> !each.fact().isEmpty());
        return what.stream()
                .filter(each -> !lacks || !each.fact().isEmpty())
                .map(Compared::firstAt)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(now);
    }

    private void countFirst(List<Long> opened, List<Watched> watched, Instant now) {
        Map<Long, Row> rows = drifts.open().stream()
                .filter(each -> opened.contains(each.id()))
                .collect(Collectors.toMap(Row::id, Function.identity()));
        Map<FindingRow, FactQuestion> asked = asked(drifts.findings(opened), rows, watched);
        Map<FactQuestion, Share> since = counts.since(asked.values());
        asked.forEach((finding, of) -> drifts.count(finding, share(since, of), null));
        Map<Days, Share> handed = counts.handed(
                watched,
                rows.values().stream().map(each -> sinceItBegan(each, now)).toList());
        rows.values().forEach(drift -> drifts.count(drift.id(), share(handed, sinceItBegan(drift, now)), null));
    }

    private void tell(List<Long> opened) {
        List<String> logins = people.loginsWhoMay(Permission.HEAR_OF_DRIFT);
        opened.forEach(id -> notices.tellPeople(logins, "drift:" + id, NoticeKind.DRIFT, NoticeCause.drift(id)));
    }
}
