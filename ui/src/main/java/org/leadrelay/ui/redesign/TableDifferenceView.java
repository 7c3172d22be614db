package org.leadrelay.ui.redesign;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.leadrelay.redesign.difference.TableDifference;
import org.leadrelay.redesign.difference.TableDifference.Cell;
import org.leadrelay.redesign.difference.TableDifference.Column;
import org.leadrelay.redesign.difference.TableDifference.Mark;
import org.leadrelay.redesign.difference.TableDifference.Row;
import org.leadrelay.ui.component.DataTable;
import org.leadrelay.ui.component.ModelPair;

/** View of two versions of a decision table in one: rows that came, went, moved or changed, each cell as it was and is. */
final class TableDifferenceView extends Div {

    TableDifferenceView(TableDifference difference) {
        List<String> heads = new ArrayList<>();
        heads.add(getTranslation("difference.row"));
        difference.columns().forEach(each -> heads.add(head(each)));
        heads.add(getTranslation("difference.row.why"));
        DataTable table = new DataTable(difference.name(), heads).linesOnPhones();
        difference.rows().forEach(each -> {
            NativeTableRow row = table.row(cells(difference, each));
            if (each.mark() != Mark.SAME) {
                row.addClassName("difference-row-" + each.mark().name().toLowerCase(Locale.ROOT));
            }
        });
        Div scrolls = new Div(table);
        scrolls.addClassName("difference-rows");
        scrolls.getElement().setAttribute("tabindex", "0");
        scrolls.getElement().setAttribute("role", "region");
        scrolls.getElement().setAttribute("aria-label", difference.name());
        add(new H3(difference.name()), scrolls);
    }

    /** What the column is called, and what happened to it. */
    private String head(Column column) {
        return switch (column.mark()) {
            case ADDED -> getTranslation("difference.column.added", column.label());
            case REMOVED -> getTranslation("difference.column.removed", column.label());
            default ->
                column.before().isEmpty()
                        ? column.label()
                        : getTranslation("difference.column.was", column.label(), column.before());
        };
    }

    private List<Component> cells(TableDifference difference, Row row) {
        List<Component> cells = new ArrayList<>();
        cells.add(number(row));
        for (int i = 0; i < row.cells().size(); i++) {
            cells.add(cell(row.cells().get(i), difference.columns().get(i).output()));
        }
        cells.add(cell(row.why(), true));
        return cells;
    }

    private Component number(Row row) {
        Div number = new Div();
        number.addClassName("difference-number");
        switch (row.mark()) {
            case ADDED -> number.add(sign(ModelPair.Kind.ADDED), new Span(String.valueOf(row.after())));
            case REMOVED -> number.add(sign(ModelPair.Kind.REMOVED), new Span(String.valueOf(row.before())));
            case CHANGED -> number.add(sign(ModelPair.Kind.CHANGED), new Span(String.valueOf(row.after())));
            default -> number.add(new Span(String.valueOf(row.after())));
        }
        if (row.moved()) {
            Span moved = new Span(getTranslation("difference.row.moved", row.before()));
            moved.addClassName("second-line");
            number.add(moved);
        }
        return number;
    }

    private Span sign(ModelPair.Kind kind) {
        Span sign = new Span(kind.sign());
        String code = kind.name().toLowerCase(Locale.ROOT);
        sign.addClassNames("difference-sign", "difference-" + code);
        sign.getElement().setAttribute("role", "img");
        sign.getElement().setAttribute("aria-label", getTranslation("difference.kind." + code));
        return sign;
    }

    private Component cell(Cell cell, boolean output) {
        if (!cell.isChanged()) {
            String said = cell.after() == null ? cell.before() : cell.after();
            return new Span(said(said == null ? "" : said, output));
        }
        Element was = new Element("del");
        was.setText(said(String.valueOf(cell.before()), output));
        Element is = new Element("ins");
        is.setText(said(String.valueOf(cell.after()), output));
        Div both = new Div();
        both.addClassName("difference-cell");
        both.getElement().appendChild(was, is);
        return both;
    }

    private String said(String text, boolean output) {
        return text.isEmpty() ? (output ? "–" : getTranslation("charter.rule.any")) : text;
    }
}
