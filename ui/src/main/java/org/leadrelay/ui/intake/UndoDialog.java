package org.leadrelay.ui.intake;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.Comparator;
import org.leadrelay.intake.UndoPreview;
import org.leadrelay.ui.component.FormDialog;
import org.leadrelay.ui.component.GridLook;
import org.leadrelay.ui.component.PageLink;
import org.leadrelay.ui.component.Times;

/** Preview dialog of an import's undo, row by row. */
final class UndoDialog extends FormDialog {

    private final ChangeWords words = new ChangeWords(this);

    UndoDialog(UndoPreview preview, Times times, SerializableRunnable undo) {
        super("760px");
        LocalNumbers counts = new LocalNumbers(getLocale());
        addClassName("undo-dialog");
        setHeaderTitle(getTranslation("undo.ask"));
        Paragraph about = new Paragraph(getTranslation(
                "undo.counts",
                counts.number(preview.leadsWithdrawn()),
                counts.number(preview.factsBack()),
                counts.number(preview.kept())));
        Paragraph until = new Paragraph(getTranslation("undo.consequence", times.text(preview.until(), getLocale())));
        until.addClassName("secondary");
        form(about, until, rows(preview));
        dangerous();
        keeping();
        saves(getTranslation("undo.do"), undo);
    }

    private Grid<UndoPreview.Row> rows(UndoPreview preview) {
        Grid<UndoPreview.Row> grid = new Grid<>();
        grid.addClassName("undo-grid");
        GridLook.paragraphs(grid);
        grid.setHeight("320px");
        grid.addColumn(UndoPreview.Row::line)
                .setHeader(getTranslation("rows.column.line"))
                .setSortable(true)
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addComponentColumn(this::what)
                .setKey("what")
                .setHeader(getTranslation("undo.column.what"))
                .setComparator(Comparator.comparing(UndoPreview.Row::outcome))
                .setFlexGrow(1);
        grid.setItems(preview.rows());
        grid.setVisible(!preview.rows().isEmpty());
        return grid;
    }

    private Component what(UndoPreview.Row row) {
        String name = row.leadName();
        PageLink link =
                new PageLink("lead/" + row.leadId(), name == null ? row.leadId().toString() : name);
        Div cell = new Div(new Div(
                link,
                new Span(" · " + getTranslation("undo.would." + row.outcome().code()))));
        cell.addClassName("row-details");
        row.back().forEach(each -> cell.add(new Div(words.back(each))));
        row.notes().forEach(each -> cell.add(new Div(each)));
        return cell;
    }
}
