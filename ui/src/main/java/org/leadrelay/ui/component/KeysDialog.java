package org.leadrelay.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.stream.Stream;

/** Help dialog of the keyboard shortcuts that work on the page now, those of its view first. */
public class KeysDialog extends InfoDialog {

    private static final long serialVersionUID = 1L;

    /**
     * @param page everything that is shown
     */
    public KeysDialog(Component page) {
        super("32em");
        setHeaderTitle(getTranslation("keys.title"));
        NativeTable table = new NativeTable();
        table.addClassName("keys");
        inside(page)
                .filter(KeyboardShortcuts.class::isInstance)
                .flatMap(each -> ((KeyboardShortcuts) each).help().stream())
                .forEach(each -> {
                    Span key = new Span(each.keys());
                    key.addClassName("key");
                    table.add(new NativeTableRow(new NativeTableCell(key), new NativeTableCell(each.words())));
                });
        add(table);
    }

    private static Stream<Component> inside(Component part) {
        return part.getChildren().flatMap(each -> Stream.concat(Stream.of(each), inside(each)));
    }
}
