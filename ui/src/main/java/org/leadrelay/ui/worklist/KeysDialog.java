package org.leadrelay.ui.worklist;

import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import org.leadrelay.ui.component.InfoDialog;

/** Help dialog of the inbox's keyboard shortcuts. */
class KeysDialog extends InfoDialog {

    private static final long serialVersionUID = 1L;

    private static final String[][] KEYS = {
        {"j", "inbox.keys.next"},
        {"k", "inbox.keys.previous"},
        {"Enter", "inbox.keys.open"},
        {"c", "inbox.keys.claim"},
        {"r", "inbox.keys.release"},
        {"a", "inbox.keys.assign"},
        {"Ctrl+Enter", "inbox.keys.complete"},
        {"x", "inbox.keys.select"},
        {"Esc", "inbox.keys.clear"},
        {"/", "inbox.keys.search"},
        {"?", "inbox.keys.help"},
    };

    KeysDialog() {
        super("30em");
        setHeaderTitle(getTranslation("inbox.keys.title"));
        NativeTable table = new NativeTable();
        table.addClassName("keys");
        for (String[] each : KEYS) {
            Span key = new Span(each[0]);
            key.addClassName("key");
            table.add(new NativeTableRow(new NativeTableCell(key), new NativeTableCell(getTranslation(each[1]))));
        }
        add(table);
    }
}
