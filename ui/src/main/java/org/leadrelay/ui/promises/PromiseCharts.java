package org.leadrelay.ui.promises;

import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.leadrelay.export.TableExports;
import org.leadrelay.promise.report.PromiseFilter.Took;
import org.leadrelay.promise.report.PromiseSummary;
import org.leadrelay.promise.report.PromiseSummary.Bar;
import org.leadrelay.promise.report.PromiseSummary.Minutes;
import org.leadrelay.promise.report.PromiseSummary.Tally;
import org.leadrelay.ui.component.Chart.Bars;
import org.leadrelay.ui.component.Chart.Series;
import org.leadrelay.ui.component.ChartPanel;
import org.leadrelay.ui.component.ChartPanel.Cell;

/** Charts of the report: each with what it says in words, its table and its file. */
final class PromiseCharts extends Div {

    private static final int MOST_BARS = 20;
    private static final String TABLE = "promises";

    private final PromiseWords words;
    private final TableExports exports;
    private final boolean own;

    PromiseCharts(PromiseWords words, TableExports exports, boolean own) {
        this.words = words;
        this.exports = exports;
        this.own = own;
        addClassName("promises-charts");
    }

    void show(PromisesState asked, PromiseSummary summary) {
        removeAll();
        tallies(asked, PromisesState.By.WEEK, summary.weeks());
        tallies(asked, PromisesState.By.CLAUSE, summary.clauses());
        response(asked, summary.response());
        lateness(asked, summary.clauses());
        tallies(asked, PromisesState.By.SOURCE, summary.sources());
        if (!own) {
            tallies(asked, PromisesState.By.REP, summary.reps());
        }
    }

    private void tallies(PromisesState asked, PromisesState.By by, List<Tally> all) {
        // a chart with more bars than can be read is none: the table has them all
        List<Tally> drawn = by == PromisesState.By.WEEK ? all : all.subList(0, Math.min(all.size(), MOST_BARS));
        String name = by.name().toLowerCase(Locale.ROOT);
        Bars bars = Bars.stacked(
                        drawn.stream().map(each -> words.key(by, each.key())).toList(),
                        List.of(
                                series("kept", "--lr-kept", drawn, Tally::kept),
                                series("broken", "--lr-broken", drawn, Tally::broken),
                                series("open", "--lr-open", drawn, Tally::open)))
                .lying(by != PromisesState.By.WEEK);
        List<ChartPanel.Row> rows = all.stream()
                .map(each -> new ChartPanel.Row(List.of(
                        new Cell(words.key(by, each.key()), link(asked, by, each.key(), null)),
                        cell(asked, by, each, "kept", each.kept()),
                        cell(asked, by, each, "broken", each.broken()),
                        cell(asked, by, each, "open", each.open()),
                        cell(asked, by, each, "void", each.cancelled()),
                        new Cell(words.percent(each.share())))))
                .toList();
        panel(
                name,
                bars,
                List.of(
                        words.text("by." + name),
                        words.state("kept"),
                        words.state("broken"),
                        words.state("open"),
                        words.state("void"),
                        words.text("share")),
                rows,
                asked);
    }

    private void response(PromisesState asked, PromiseSummary.Response response) {
        List<Bar> all = response.histogram();
        Bars bars = Bars.stacked(
                all.stream().map(words::bar).toList(),
                List.of(new Series(
                        words.text("response.steps"),
                        "--lumo-primary-color",
                        all.stream().map(Bar::count).toList())));
        ArrayList<ChartPanel.Row> rows = new ArrayList<>();
        for (Bar each : all) {
            String behind = asked.took(new Took(each.from(), each.to())).link();
            rows.add(new ChartPanel.Row(
                    List.of(new Cell(words.bar(each), behind), new Cell(Long.toString(each.count()), behind))));
        }
        rows.add(row(words.text("response.mean"), words.time(response.mean())));
        rows.add(row(words.text("response.median"), words.time(response.median())));
        rows.add(row(words.text("response.p75"), words.time(response.p75())));
        rows.add(row(words.text("response.p90"), words.time(response.p90())));
        rows.add(row(words.text("response.p95"), words.time(response.p95())));
        add(new ChartPanel(
                words.text("chart.response"),
                words.text(
                        "chart.response.what",
                        words.number(response.completed()),
                        words.time(response.median()),
                        words.time(response.p90()),
                        words.time(response.mean())),
                bars,
                List.of(words.text("by.response"), words.text("response.steps")),
                rows,
                TABLE + "-response",
                taking(asked)));
    }

    private void lateness(PromisesState asked, List<Tally> clauses) {
        List<Tally> late =
                clauses.stream().filter(each -> each.late().total() > 0).toList();
        Bars bars = Bars.stacked(
                        late.stream()
                                .map(each -> words.key(PromisesState.By.CLAUSE, each.key()))
                                .toList(),
                        List.of(
                                part("unassigned", "--lr-part-1", late, Minutes::unassigned),
                                part("unopened", "--lr-part-2", late, Minutes::unopened),
                                part("opened", "--lr-part-3", late, Minutes::opened),
                                part("waiting", "--lr-part-4", late, Minutes::waiting),
                                part("down", "--lr-part-5", late, Minutes::down)))
                .lying(true)
                .in(words.text("unit"));
        List<ChartPanel.Row> rows = late.stream()
                .map(each -> late(link(asked, PromisesState.By.CLAUSE, each.key(), "late"), each))
                .toList();
        panel(
                "late",
                bars,
                List.of(
                        words.text("by.clause"),
                        words.text("part.unassigned"),
                        words.text("part.unopened"),
                        words.text("part.opened"),
                        words.text("part.waiting"),
                        words.text("part.down")),
                rows,
                asked);
    }

    private ChartPanel.Row late(@Nullable String behind, Tally tally) {
        Minutes late = tally.late();
        ArrayList<Cell> cells = new ArrayList<>();
        cells.add(new Cell(words.key(PromisesState.By.CLAUSE, tally.key()), behind));
        for (long minutes : List.of(late.unassigned(), late.unopened(), late.opened(), late.waiting(), late.down())) {
            cells.add(new Cell(Long.toString(minutes), behind));
        }
        return new ChartPanel.Row(cells);
    }

    private static Cell cell(PromisesState asked, PromisesState.By by, Tally tally, String state, long count) {
        return new Cell(Long.toString(count), count == 0 ? null : link(asked, by, tally.key(), state));
    }

    private void panel(String name, Bars bars, List<String> headings, List<ChartPanel.Row> rows, PromisesState asked) {
        add(new ChartPanel(
                words.text("chart." + name),
                words.text("chart." + name + ".what"),
                bars,
                headings,
                rows,
                TABLE + "-" + name,
                taking(asked)));
    }

    private ChartPanel.Taking taking(PromisesState asked) {
        return (headings, rows, into) ->
                exports.write(TABLE, asked.address().getQueryString(), headings, rows, into.getOutputStream());
    }

    private Series series(String state, String tone, List<Tally> tallies, ToLongFunction<Tally> count) {
        return new Series(
                words.state(state),
                tone,
                tallies.stream().mapToLong(count).boxed().toList());
    }

    private Series part(String part, String tone, List<Tally> tallies, ToLongFunction<Minutes> minutes) {
        return new Series(
                words.text("part." + part),
                tone,
                tallies.stream().map(Tally::late).mapToLong(minutes).boxed().toList());
    }

    private static ChartPanel.Row row(String name, String value) {
        return new ChartPanel.Row(List.of(new Cell(name), new Cell(value)));
    }

    private static @Nullable String link(
            PromisesState asked, PromisesState.By by, @Nullable String key, @Nullable String state) {
        return key == null ? null : asked.state(state).by(by, key).link();
    }
}
