package org.leadrelay.ui.charter;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.leadrelay.ui.component.DayFields;
import org.leadrelay.ui.component.FieldErrors;
import org.leadrelay.ui.component.Times;

/** Asks from when a draft is to hold; without a moment, from the second signature on. */
final class ProposeDialog extends Dialog {

    private static final Duration STEP = Duration.ofMinutes(30);

    /** Takes the chosen moment. */
    interface Proposing extends Serializable {
        void propose(@Nullable Instant from);
    }

    private final Times times;
    private final DateTimePicker from = new DateTimePicker();
    private final FieldErrors refusals = new FieldErrors().field("effectiveFrom", from);

    ProposeDialog(Times times) {
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
        add(what, from);
        setWidth("min(34em, 100vw)");
        setCloseOnOutsideClick(false);
    }

    void ask(Proposing proposing) {
        Button propose = new Button(getTranslation("charter.propose.deed"), click -> {
            if (refusals.tried(() -> proposing.propose(moment()))) {
                close();
            }
        });
        propose.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation("common.cancel"), click -> close()), propose);
        open();
    }

    private @Nullable Instant moment() {
        LocalDateTime given = from.getValue();
        return given == null ? null : given.atZone(times.zone()).toInstant();
    }
}
