package org.leadrelay.ui.worklist;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/**
 * Focus management of the inbox: on the row of the open task after everything that was done, and never on the page's
 * body. {@code Escape} leads from the form to the row and {@code Tab} from the row to the form.
 */
@Tag("lr-task-focus")
@JsModule("./components/task-focus.ts")
class TaskFocus extends Component {

    private static final long serialVersionUID = 1L;

    /** To the row of the open task, or to what stands in the place of the list. */
    void row() {
        getElement().executeJs("this.row()");
    }

    /** The same where nothing has the focus yet. */
    void begin() {
        getElement().executeJs("this.begin()");
    }

    /** To the task as a whole. */
    void pane() {
        getElement().executeJs("this.pane()");
    }
}
