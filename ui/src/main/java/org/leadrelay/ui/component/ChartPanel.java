package org.leadrelay.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.streams.DownloadEvent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Chart with its caption in words, its table, and its table as a file; or with why there is none. Each figure
 * may lead to what is behind it; so does its bar.
 */
public final class ChartPanel extends Div {

    /** Takes a table out as a file, and puts that on record. */
    @FunctionalInterface
    public interface Taking {

        void write(List<String> headings, List<List<String>> rows, DownloadEvent into) throws IOException;
    }

    /**
     * @param link the address of what is behind it, or null
     */
    public record Cell(String text, @Nullable String link) {

        public Cell(String text) {
            this(text, null);
        }
    }

    /**
     * One row of the table, and one category of the chart: the first cell names it, the others are
     * the figures of the bars.
     */
    public record Row(List<Cell> cells) {

        public Row {
            cells = List.copyOf(cells);
        }

        private List<String> texts() {
            return cells.stream().map(Cell::text).toList();
        }
    }

    /**
     * @param file the name of the file, without its ending
     */
    public ChartPanel(
            String title,
            String definition,
            Chart.Bars bars,
            List<String> headings,
            List<Row> rows,
            String file,
            Taking taking) {
        addClassName("chart-panel");
        add(new H2(title), new Paragraph(definition));
        if (rows.isEmpty()) {
            Paragraph none = new Paragraph(getTranslation("chart.none"));
            none.addClassName("chart-none");
            add(none);
            return;
        }
        Chart chart = new Chart(getTranslation("chart.label", title));
        chart.show(bars);
        chart.addBarChosenListener(bar -> go(rows, bar.category(), bar.series() + 1));
        NativeDetails table = new NativeDetails(getTranslation("chart.table"), table(title, headings, rows));
        Anchor csv = new Anchor();
        csv.setText(getTranslation("chart.csv"));
        csv.setTitle(getTranslation("chart.csv.logged"));
        csv.setHref(event -> {
            event.setFileName(file + ".csv");
            event.setContentType("text/csv;charset=UTF-8");
            taking.write(headings, rows.stream().map(Row::texts).toList(), event);
        });
        Div tools = new Div(csv);
        tools.addClassName("chart-tools");
        add(chart, table, tools);
    }

    private void go(List<Row> rows, int category, int cell) {
        if (category >= 0
                && category < rows.size()
                && cell < rows.get(category).cells().size()) {
            String link = rows.get(category).cells().get(cell).link();
            if (link != null) {
                String[] parts = link.split("\\?", 2);
                getUI().ifPresent(ui -> ui.navigate(
                        parts[0], parts.length == 1 ? QueryParameters.empty() : QueryParameters.fromString(parts[1])));
            }
        }
    }

    private static DataTable table(String title, List<String> headings, List<Row> rows) {
        DataTable table = new DataTable(title, headings);
        for (Row row : rows) {
            List<Component> cells = new ArrayList<>();
            for (Cell cell : row.cells()) {
                String link = cell.link();
                cells.add(link == null ? new Span(cell.text()) : routed(link, cell.text()));
            }
            table.row(cells);
        }
        return table;
    }

    private static Anchor routed(String link, String text) {
        PageLink anchor = new PageLink(link, text);
        return anchor;
    }
}
