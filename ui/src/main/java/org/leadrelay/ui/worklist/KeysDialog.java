package org.leadrelay.ui.worklist;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;

/** All keys of the inbox. */
class KeysDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private static final String[][] KEYS = {
        {"j", "keys.next"},
        {"k", "keys.previous"},
        {"Enter", "keys.open"},
        {"c", "keys.claim"},
        {"r", "keys.release"},
        {"a", "keys.assign"},
        {"Ctrl+Enter", "keys.complete"},
        {"x", "keys.select"},
        {"Esc", "keys.clear"},
        {"/", "keys.search"},
        {"?", "keys.help"},
    };

    KeysDialog() {
        setHeaderTitle(getTranslation("keys.title"));
        NativeTable table = new NativeTable();
        table.addClassName("keys");
        for (String[] each : KEYS) {
            Span key = new Span(each[0]);
            key.addClassName("key");
            table.add(
                    new NativeTableRow(
                            new NativeTableCell(key),
                            new NativeTableCell(getTranslation(each[1]))));
        }
        add(table);
        getFooter().add(new Button(getTranslation("common.close"), click -> close()));
    }
}
