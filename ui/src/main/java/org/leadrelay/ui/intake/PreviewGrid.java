package org.leadrelay.ui.intake;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.List;
import org.leadrelay.intake.ImportMapping;
import org.leadrelay.intake.ImportPreview;

/** Grid of a file's first rows as they would be taken. */
final class PreviewGrid extends Grid<ImportPreview.Row> {

    private static final int MOST_COLUMNS = 16;

    PreviewGrid() {
        addClassName("preview-grid");
        addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT, GridVariant.LUMO_WRAP_CELL_CONTENT);
        setSelectionMode(SelectionMode.NONE);
        setAllRowsVisible(true);
    }

    void show(ImportPreview preview) {
        removeAllColumns();
        addColumn(ImportPreview.Row::line)
                .setHeader(getTranslation("preview.line"))
                .setAutoWidth(true)
                .setFlexGrow(0)
                .setFrozen(true);
        addComponentColumn(this::verdict)
                .setHeader(getTranslation("preview.verdict"))
                .setWidth("20em")
                .setFlexGrow(0);
        List<ImportPreview.Column> columns = preview.columns();
        int shown = 0;
        for (int i = 0; i < columns.size() && shown < MOST_COLUMNS; i++) {
            ImportPreview.Column column = columns.get(i);
            if (!column.target().equals(ImportMapping.IGNORE)) {
                add(column, i);
                shown++;
            }
        }
        setItems(preview.rows());
    }

    private void add(ImportPreview.Column column, int index) {
        String heading = column.target().equals(ImportMapping.ATTRIBUTE)
                ? column.name()
                : getTranslation("field." + column.target());
        addColumn(row -> index < row.cells().size() ? row.cells().get(index) : "")
                .setHeader(heading)
                .setAutoWidth(true)
                .setFlexGrow(1);
    }

    private Component verdict(ImportPreview.Row row) {
        Span verdict = new Span();
        if (row.problems().isEmpty()) {
            Icon taken = VaadinIcon.CHECK.create();
            verdict.add(taken, new Span(getTranslation("preview.taken")));
            verdict.addClassNames("verdict", "verdict-taken");
        } else {
            verdict.add(VaadinIcon.BAN.create(), new Span(String.join(" ", row.problems())));
            verdict.addClassNames("verdict", "verdict-refused");
        }
        return verdict;
    }
}
