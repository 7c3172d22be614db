package org.leadrelay.ui.worklist;

import com.vaadin.flow.component.Component;
import java.time.Clock;
import org.leadrelay.ui.layout.TopBarItem;
import org.leadrelay.worklist.InboxChanges;
import org.leadrelay.worklist.TaskUndo;

/** Brings the undo toasts to every page. */
@org.springframework.stereotype.Component
class UndoNavigation implements TopBarItem {

    private final TaskUndo undo;
    private final InboxChanges changes;
    private final Clock clock;

    UndoNavigation(TaskUndo undo, InboxChanges changes, Clock clock) {
        this.undo = undo;
        this.changes = changes;
        this.clock = clock;
    }

    /** They float, so that their place in the bar is seen by the order of the focus alone. */
    @Override
    public int order() {
        return 0;
    }

    @Override
    public Component create() {
        return new UndoStack(undo, changes, clock);
    }
}
