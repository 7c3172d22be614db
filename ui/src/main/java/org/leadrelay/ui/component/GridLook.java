package org.leadrelay.ui.component;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;

/** Look of the grids that list rows to be read: no border, striped, narrow, nothing to select. */
public final class GridLook {

    private GridLook() {}

    /** Every row as high as one line: what is too long is cut off. */
    public static void lines(Grid<?> grid) {
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_ROW_STRIPES, GridVariant.LUMO_COMPACT);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
    }

    /** Rows as high as what stands in them. */
    public static void paragraphs(Grid<?> grid) {
        lines(grid);
        grid.addThemeVariants(GridVariant.LUMO_WRAP_CELL_CONTENT);
    }
}
