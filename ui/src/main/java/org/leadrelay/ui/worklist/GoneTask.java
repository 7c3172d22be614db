package org.leadrelay.ui.worklist;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Map;
import org.leadrelay.ui.component.EmptyState;

/** Placeholder of a task that cannot be opened: why, and the person's draft answer. */
class GoneTask extends Div {

    private static final long serialVersionUID = 1L;

    GoneTask(String why, Map<String, Object> draft, Runnable back) {
        Button list = new Button(getTranslation("task.gone.back"), click -> back.run());
        add(new EmptyState(getTranslation("task.gone.title"), why, list));
        if (!draft.isEmpty()) {
            UnorderedList kept = new UnorderedList();
            draft.forEach((field, answer) -> kept.add(new ListItem(field + ": " + answer)));
            add(new Paragraph(getTranslation("task.gone.draft")), kept);
        }
    }
}
