package org.leadrelay.ui.worklist;

import com.vaadin.flow.component.html.Div;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.nurture.AttemptOutlook;
import org.leadrelay.worklist.Form;

/** Line that says, before a rep answers that the buyer was not reached, when the next attempt will be due. */
class NextAttempt extends Div {

    private static final long serialVersionUID = 1L;

    private static final String OUTCOME = "outcome";
    private static final String NOT_REACHED = "notReached";

    private final InboxServices desk;
    private final boolean asked;
    private final UUID lead;

    NextAttempt(InboxServices desk, Form form, UUID lead) {
        this.desk = desk;
        this.lead = lead;
        asked = form.field(OUTCOME)
                .filter(field -> field.options().stream()
                        .anyMatch(option -> option.value().equals(NOT_REACHED)))
                .isPresent();
        addClassName("next-attempt");
        getElement().setAttribute("role", "status");
        setVisible(false);
    }

    /** Shows what follows from the answers so far. */
    void show(Map<String, Object> answers) {
        @Nullable Object outcome = answers.get(OUTCOME);
        boolean shown = asked && NOT_REACHED.equals(outcome);
        setVisible(shown);
        if (shown) {
            AttemptOutlook outlook = desk.attempts().outlook(lead);
            setText(
                    outlook.nextAt() == null
                            ? getTranslation("task.attempt.last", outlook.number(), outlook.most())
                            : getTranslation(
                                    "task.attempt.next",
                                    outlook.number(),
                                    outlook.most(),
                                    desk.due().times().near(outlook.nextAt(), getLocale())));
        }
    }
}
