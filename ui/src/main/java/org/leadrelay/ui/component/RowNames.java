package org.leadrelay.ui.component;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.function.ValueProvider;

/** Accessible names of a grid's selection checkboxes. */
public final class RowNames {

    private static final String NAME = "selects";

    private RowNames() {}

    /**
     * Names the checkboxes of a grid in which several rows can be selected.
     *
     * @param name of a row's checkbox, in the reader's language
     */
    public static <T> void label(Grid<T> grid, ValueProvider<T, String> name) {
        grid.addDataGenerator((item, json) -> json.put(NAME, name.apply(item)));
        grid.addAttachListener(event -> grid.getElement().executeJs("""
            const column = this.querySelector('vaadin-grid-flow-selection-column');
            column.renderer = (root, self, model) => {
                column._defaultRenderer(root, self, model);
                root.firstElementChild.accessibleName = model.item[$0];
            };
            """, NAME));
    }
}
