package org.leadrelay.ui.process;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Map;
import org.leadrelay.drift.Drift;
import org.leadrelay.redesign.LiveTable;
import org.leadrelay.ui.component.AgreedTable;
import org.leadrelay.ui.component.EmptyState;
import org.leadrelay.ui.component.Times;

/** Panel of the decision tables in force, each row with what it says and how often it fired lately. */
final class TablesPanel extends Div {

    private final Map<String, Component> readBy;

    /**
     * @param readBy what is made of a table that decides nothing and is only read, by its id: stands in place of how often its rows fired
     */
    TablesPanel(List<LiveTable> tables, Map<String, Component> readBy, List<Drift> drifts, Times times) {
        this.readBy = Map.copyOf(readBy);
        addClassName("process-tables");
        if (tables.isEmpty()) {
            add(new EmptyState(getTranslation("process.tables.none"), getTranslation("process.none.why")));
            return;
        }
        Paragraph what = new Paragraph(getTranslation("process.tables.what"));
        what.addClassName("secondary");
        UnorderedList list = new UnorderedList();
        tables.forEach(each -> list.add(item(each)));
        add(new DriftList(drifts, times), what, list);
    }

    private ListItem item(LiveTable live) {
        String title = getTranslation("process.table", live.table().name(), String.valueOf(live.version()));
        Component reading = readBy.get(live.id());
        if (reading != null) {
            return new ListItem(new AgreedTable(title, live.table()), reading);
        }
        AgreedTable table = new AgreedTable(title, live.table(), live.hits());
        Paragraph decided = new Paragraph(getTranslation(
                "process.table.decided", live.decisions(), ProcessServices.number(live.decisions(), getLocale())));
        decided.addClassName("secondary");
        if (live.decidedByOlder() > 0) {
            decided.add(" "
                    + getTranslation(
                            "process.table.decided.older",
                            live.decidedByOlder(),
                            ProcessServices.number(live.decidedByOlder(), getLocale())));
        }
        OlderLine older = new OlderLine();
        older.show(live.older());
        return new ListItem(table, decided, older);
    }
}
