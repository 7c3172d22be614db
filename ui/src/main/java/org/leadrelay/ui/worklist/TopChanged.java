package org.leadrelay.ui.worklist;

import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.grid.Grid;
import org.leadrelay.worklist.TaskRow;

/** DOM event: the beginning of the list came into view, or left it. */
@DomEvent("top-changed")
public class TopChanged extends ComponentEvent<Grid<TaskRow>> {

    private static final long serialVersionUID = 1L;

    private final boolean top;

    public TopChanged(Grid<TaskRow> source, boolean fromClient, @EventData("event.detail.top") boolean top) {
        super(source, fromClient);
        this.top = top;
    }

    boolean top() {
        return top;
    }
}
