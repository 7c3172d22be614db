package org.leadrelay.ui.intake;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.server.streams.DownloadEvent;
import java.io.IOException;
import java.util.Arrays;
import java.util.UUID;
import org.leadrelay.intake.ImportResults;
import org.leadrelay.intake.ImportRow;
import org.leadrelay.ui.component.ScreenWidth;

/** Panel of an import's row results: filtered, sorted, and as a file. */
final class RowsPanel extends Div {

    private final ImportResults results;
    private final UUID id;
    private final Select<ImportRow.Outcome> outcome = new Select<>();
    private final RowsGrid grid;

    RowsPanel(ImportResults results, UUID id) {
        this.results = results;
        this.id = id;
        this.grid = new RowsGrid(results, id);
        outcome.addValueChangeListener(event -> grid.show(code()));

        addClassName("rows-panel");
        outcome.setItems(Arrays.asList(ImportRow.Outcome.values()));
        outcome.setEmptySelectionAllowed(true);
        outcome.setEmptySelectionCaption(getTranslation("rows.outcome.any"));
        outcome.setPlaceholder(getTranslation("rows.outcome.any"));
        outcome.setItemLabelGenerator(each -> getTranslation("rows.outcome." + (each == null ? "any" : each.code())));
        outcome.setAriaLabel(getTranslation("rows.column.outcome"));
        outcome.getElement().getThemeList().add("small");
        outcome.addClassName("filter");
        Anchor csv = new Anchor();
        csv.setText(getTranslation("rows.csv"));
        csv.setTitle(getTranslation("rows.csv.logged"));
        csv.setHref(this::write);
        Div filters = new Div(outcome, csv);
        filters.addClassName("filters");
        add(new H2(getTranslation("rows.title")), filters, grid);
        ScreenWidth.follow(this, grid::narrow);
    }

    /** Reads the rows anew. */
    void refresh() {
        grid.getDataProvider().refreshAll();
    }

    private String code() {
        ImportRow.Outcome chosen = outcome.getValue();
        return chosen == null ? "" : chosen.code();
    }

    private void write(DownloadEvent event) throws IOException {
        event.setFileName("rows-" + id + ".csv");
        event.setContentType("text/csv;charset=UTF-8");
        results.write(id, code(), event.getOutputStream());
    }
}
