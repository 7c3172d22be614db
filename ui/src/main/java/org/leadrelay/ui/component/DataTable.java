package org.leadrelay.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Plain HTML table; every cell knows its column's name, for narrow screens. */
public final class DataTable extends Div {

    private final NativeTable table = new NativeTable();
    private final List<NativeTableHeaderCell> heads = new ArrayList<>();
    private final List<String> columns;

    public DataTable(String caption, List<String> columns) {
        this.columns = List.copyOf(columns);
        addClassNames("data-table", "figures");
        table.getElement().setAttribute("aria-label", caption);
        NativeTableRow head = new NativeTableRow();
        for (String each : columns) {
            NativeTableHeaderCell cell = new NativeTableHeaderCell(each);
            cell.getElement().setAttribute("scope", "col");
            head.add(cell);
            heads.add(cell);
        }
        table.getHead().add(head);
        add(table);
    }

    /**
     * Another heading for a column, which says by its direction how the table is sorted.
     *
     * @param direction a value of {@code aria-sort}
     */
    public void head(int column, Component heading, String direction) {
        NativeTableHeaderCell cell = heads.get(column);
        cell.removeAll();
        cell.add(heading);
        cell.getElement().setAttribute("aria-sort", direction);
    }

    /** On a phone every row stands as lines, each with its column's name. */
    public DataTable linesOnPhones() {
        addClassName("lines-on-phones");
        return this;
    }

    /** One cell for each column. */
    public NativeTableRow row(List<? extends Component> cells) {
        NativeTableRow row = new NativeTableRow();
        for (int i = 0; i < cells.size(); i++) {
            NativeTableCell cell = new NativeTableCell(cells.get(i));
            cell.getElement().setAttribute("data-column", columns.get(i));
            row.add(cell);
        }
        table.getBody().add(row);
        return row;
    }

    /** One cell for each column. */
    public NativeTableRow row(Component... cells) {
        return row(List.of(cells));
    }

    /** One text for each column. */
    public NativeTableRow row(String... cells) {
        return row(Arrays.stream(cells).map(Span::new).toList());
    }
}
