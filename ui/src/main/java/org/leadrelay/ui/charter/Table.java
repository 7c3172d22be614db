package org.leadrelay.ui.charter;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;

/** A table of a document; on a phone every row stands as lines, each with its column's name. */
final class Table extends Div {

    private final NativeTable table = new NativeTable();
    private final String[] columns;

    Table(String... columns) {
        this.columns = columns.clone();
        addClassName("charter-table");
        NativeTableRow head = new NativeTableRow();
        for (String each : columns) {
            NativeTableHeaderCell cell = new NativeTableHeaderCell(each);
            cell.getElement().setAttribute("scope", "col");
            head.add(cell);
        }
        table.getHead().add(head);
        add(table);
    }

    /** One cell for each column. */
    NativeTableRow row(Component... cells) {
        NativeTableRow row = new NativeTableRow();
        for (int i = 0; i < cells.length; i++) {
            NativeTableCell cell = new NativeTableCell(cells[i]);
            cell.getElement().setAttribute("data-column", columns[i]);
            row.add(cell);
        }
        table.getBody().add(row);
        return row;
    }

    NativeTableRow row(String... cells) {
        Component[] spans = new Component[cells.length];
        for (int i = 0; i < cells.length; i++) {
            spans[i] = new Span(cells[i]);
        }
        return row(spans);
    }
}
