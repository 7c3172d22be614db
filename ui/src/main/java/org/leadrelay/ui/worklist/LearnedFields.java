package org.leadrelay.ui.worklist;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import org.leadrelay.ui.component.ScreenWidth;

/**
 * Group of a form's fields that ask what was learned, none of which must be answered. In two columns where there is room; on a
 * phone it is closed while it is empty, so that the rest of the form stays in sight.
 */
class LearnedFields extends Details {

    private static final long serialVersionUID = 1L;

    private final transient List<FieldInput> inputs;
    private boolean narrow;

    LearnedFields(List<FieldInput> inputs) {
        this.inputs = List.copyOf(inputs);
        setId("learned-fields");
        addClassName("learned-fields");
        setSummaryText(getTranslation("task.form.learned"));
        Div fields = new Div();
        fields.addClassName("learned-grid");
        inputs.forEach(input -> fields.add(input.component()));
        add(fields);
        setOpened(true);
        ScreenWidth.follow(this, this::fit);
    }

    /** The keyboard of a phone changes its window, too: what somebody has opened stays open. */
    private void fit(boolean narrowNow) {
        if (narrowNow != narrow) {
            narrow = narrowNow;
            setOpened(!narrow || inputs.stream().anyMatch(input -> input.read().get() != null));
        }
    }

    /** Shown while any of its fields is. */
    void look() {
        setVisible(inputs.stream().anyMatch(input -> input.component().isVisible()));
    }
}
