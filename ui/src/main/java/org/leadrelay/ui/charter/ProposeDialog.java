package org.leadrelay.ui.charter;

import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.Paragraph;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.leadrelay.ui.component.DayFields;
import org.leadrelay.ui.component.FormDialog;
import org.leadrelay.ui.component.Times;

/** Dialog to propose a draft: from when it is to hold; without a moment, from the second signature on. */
final class ProposeDialog extends FormDialog {

    private static final Duration STEP = Duration.ofMinutes(30);

    /** Takes the chosen moment. */
    interface Proposing extends Serializable {
        void propose(@Nullable Instant from);
    }

    private final Times times;
    private final DateTimePicker from = new DateTimePicker();

    ProposeDialog(Times times) {
        super("34em");
        this.times = times;
        setHeaderTitle(getTranslation("charter.propose"));
        Paragraph what = new Paragraph(getTranslation("charter.propose.what"));
        what.addClassName("secondary");
        from.setLabel(getTranslation("charter.propose.from"));
        from.setHelperText(
                getTranslation("charter.propose.from.what", times.zone().getId()));
        DayFields.speak(from, getLocale());
        from.setStep(STEP);
        from.setManualValidation(true);
        from.setWidthFull();
        refusals().field("effectiveFrom", from);
        form(what, from);
    }

    void ask(Proposing proposing) {
        saves(getTranslation("charter.propose.deed"), () -> proposing.propose(moment()));
        open();
    }

    private @Nullable Instant moment() {
        LocalDateTime given = from.getValue();
        return given == null ? null : given.atZone(times.zone()).toInstant();
    }
}
