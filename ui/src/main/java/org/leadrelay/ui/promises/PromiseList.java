package org.leadrelay.ui.promises;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.server.streams.DownloadEvent;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.export.TableExports;
import org.leadrelay.platform.Page;
import org.leadrelay.promise.Breaches;
import org.leadrelay.promise.report.PromiseLine;
import org.leadrelay.promise.report.PromiseOrder;
import org.leadrelay.promise.report.PromiseReports;
import org.leadrelay.promise.report.PromiseSummary;
import org.leadrelay.ui.component.BreachDialog;
import org.leadrelay.ui.component.DataTable;
import org.leadrelay.ui.component.DueWords;
import org.leadrelay.ui.component.PageLink;
import org.leadrelay.ui.component.Times;

/** Paged list of the promises behind the figures, each with its lead. */
final class PromiseList extends Div {

    private static final int PAGE = 50;
    private static final List<String> COLUMNS = PromiseOrder.COLUMNS;

    private final PromiseWords words;
    private final PromiseReports reports;
    private final Breaches breaches;
    private final TableExports exports;
    private final DueWords due;
    private final Times times;
    private final CurrentPerson person;
    private final Command explained;

    PromiseList(
            PromiseWords words,
            PromiseReports reports,
            Breaches breaches,
            TableExports exports,
            DueWords due,
            CurrentPerson person,
            Command explained) {
        this.words = words;
        this.reports = reports;
        this.breaches = breaches;
        this.exports = exports;
        this.due = due;
        this.times = due.times();
        this.person = person;
        this.explained = explained;
        addClassName("promises-list");
    }

    void show(PromisesState asked) {
        removeAll();
        Page<PromiseLine> page = reports.page(asked.filter(), asked.order(), asked.page() * PAGE, PAGE);
        String title = words.text("list", words.number(page.total()));
        DataTable table = new DataTable(title, headings()).linesOnPhones();
        for (int i = 0; i < COLUMNS.size(); i++) {
            table.head(i, sort(asked, COLUMNS.get(i)), direction(asked, COLUMNS.get(i)));
        }
        page.items().forEach(each -> table.row(cells(each)));
        Div tools = new Div();
        tools.addClassName("chart-tools");
        if (asked.page() > 0) {
            tools.add(link(asked.page(asked.page() - 1).link(), words.text("before")));
        }
        if ((asked.page() + 1L) * PAGE < page.total()) {
            tools.add(link(asked.page(asked.page() + 1).link(), words.text("next")));
        }
        tools.add(csv(asked));
        add(new H2(title), table, tools);
    }

    private List<String> headings() {
        return COLUMNS.stream().map(each -> words.text("by." + each)).toList();
    }

    private Anchor sort(PromisesState asked, String column) {
        Anchor sort = link(asked.sorted(column).link(), words.text("by." + column));
        sort.setTitle(words.text("sort", words.text("by." + column)));
        return sort;
    }

    /** In the words of {@code aria-sort}. */
    private static String direction(PromisesState asked, String column) {
        if (!PromiseOrder.column(asked.order()).equals(column)) {
            return "none";
        }
        return PromiseOrder.isDescending(asked.order()) ? "descending" : "ascending";
    }

    private List<Component> cells(PromiseLine promise) {
        Span state = new Span(words.state(promise.state()));
        state.addClassName("promise-state-" + promise.state());
        String lead = promise.lead();
        return List.of(
                link("lead/" + promise.leadId(), lead == null ? words.text("none.lead") : lead),
                new Span(words.clause(promise.clause())),
                new Span(words.person(promise.rep())),
                state,
                due(promise),
                new Span(length(promise.opened(), promise.responseMinutes(), promise)),
                late(promise),
                reason(promise));
    }

    /** When, and what is left of it. */
    private Component due(PromiseLine promise) {
        Div cell = new Div(times.shown(promise.due(), getLocale()));
        if (promise.state().equals("open")) {
            Span left = new Span(due.left(promise.due(), promise.rep(), getLocale()));
            left.addClassName("promise-whose");
            cell.add(left);
        }
        return cell;
    }

    /** How late, and whose minutes those were. */
    private Component late(PromiseLine promise) {
        PromiseSummary.Minutes minutes = promise.late();
        Long by = promise.lateMinutes();
        if (by == null && minutes != null && minutes.total() > 0) {
            by = minutes.total(); // nobody completed it, and it was late all the same
        }
        Div late = new Div(new Span(
                by == null && promise.state().equals("broken") && promise.ended() == null
                        ? due.length(promise.due(), promise.rep(), getLocale())
                        : length(promise.due(), by, promise)));
        if (minutes != null && minutes.total() > 0) {
            Span whose = new Span(words.whose(minutes));
            whose.addClassName("promise-whose");
            late.add(whose);
        }
        return late;
    }

    private Component reason(PromiseLine promise) {
        if (promise.reason() != null
                || !promise.state().equals("broken")
                || !person.get().login().equals(promise.rep())) {
            return said(promise);
        }
        Button say = new Button(
                words.text("explain"),
                click -> new BreachDialog(
                                words.text("explain.title", words.clause(promise.clause())),
                                breaches.reasons(getLocale()),
                                (why, said) -> {
                                    breaches.explain(promise.id(), why, said);
                                    explained.execute();
                                })
                        .open());
        say.addThemeVariants(ButtonVariant.LUMO_SMALL);
        return say;
    }

    /** The agreed reason, what was written to it, and by whom if it was not the holder. */
    private Component said(PromiseLine promise) {
        Div said = new Div();
        if (promise.reason() == null) {
            said.add(new Span(promise.state().equals("broken") ? words.text("unexplained") : ""));
            return said;
        }
        said.add(new Span(words.reason(promise.reason())));
        String more = words.said(promise);
        if (!more.isEmpty()) {
            Span text = new Span(more);
            text.addClassName("promise-whose");
            said.add(text);
        }
        return said;
    }

    private Anchor csv(PromisesState asked) {
        Anchor csv = new Anchor();
        csv.setText(getTranslation("chart.csv"));
        csv.setTitle(getTranslation("chart.csv.logged"));
        csv.setHref(event -> write(asked, event));
        return csv;
    }

    private void write(PromisesState asked, DownloadEvent event) throws IOException {
        List<List<String>> rows = reports.all(asked.filter(), asked.order()).stream()
                .map(this::texts)
                .toList();
        event.setFileName("promises.csv");
        event.setContentType("text/csv;charset=UTF-8");
        exports.write("promises", asked.address().getQueryString(), headings(), rows, event.getOutputStream());
    }

    private List<String> texts(PromiseLine promise) {
        String lead = promise.lead();
        return List.of(
                lead == null ? "" : lead,
                words.clause(promise.clause()),
                words.person(promise.rep()),
                words.state(promise.state()),
                times.text(promise.due(), getLocale()),
                time(promise.responseMinutes()),
                time(promise.lateMinutes()),
                Stream.of(words.reason(promise.reason()), words.said(promise))
                        .filter(each -> !each.isEmpty())
                        .collect(Collectors.joining(": ")));
    }

    /** Working time from an instant on, in the hours of whoever held the step. */
    private String length(Instant from, @Nullable Long minutes, PromiseLine promise) {
        return minutes == null ? "" : due.length(from, Duration.ofMinutes(minutes), promise.rep(), getLocale());
    }

    private String time(@Nullable Long minutes) {
        return minutes == null ? "" : words.time(minutes);
    }

    private static Anchor link(String to, String text) {
        PageLink link = new PageLink(to, text);
        return link;
    }
}
