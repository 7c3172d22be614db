package org.leadrelay.ui.intake;

import com.vaadin.flow.component.Component;
import java.io.Serializable;
import org.leadrelay.lead.FactChange;
import org.leadrelay.ui.component.FactLabels;

/** Changes of facts in the reader's language. */
record ChangeWords(Component screen) implements Serializable {

    /** What it was and became. */
    String change(FactChange change) {
        return change.before() == null
                ? screen.getTranslation("rows.change.new", label(change), change.after())
                : screen.getTranslation("rows.change", label(change), change.before(), change.after());
    }

    /** What it is and would be again. */
    String back(FactChange change) {
        return change.before() == null
                ? screen.getTranslation("undo.change.gone", label(change), change.after())
                : screen.getTranslation("rows.change", label(change), change.after(), change.before());
    }

    private String label(FactChange change) {
        return new FactLabels(screen).of(change.name(), change.label());
    }
}
