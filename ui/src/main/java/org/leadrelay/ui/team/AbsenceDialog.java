package org.leadrelay.ui.team;

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
import org.leadrelay.assignment.RepChoice;
import org.leadrelay.ui.component.Refusals;
import org.leadrelay.ui.component.Times;

/** Asks from when to when a rep is away; without an end, until the manager says otherwise. */
final class AbsenceDialog extends Dialog {

    private static final Duration STEP = Duration.ofMinutes(30);

    /** Takes the absence; null as the beginning is now. */
    interface Saving extends Serializable {
        void save(@Nullable Instant from, @Nullable Instant until);
    }

    private final Times times;
    private final DateTimePicker from = new DateTimePicker();
    private final DateTimePicker until = new DateTimePicker();
    private final Refusals refusals = new Refusals().field("from", from).field("until", until);

    AbsenceDialog(RepChoice rep, Times times) {
        this.times = times;
        setHeaderTitle(getTranslation("team.away.of", rep.name()));
        Paragraph what = new Paragraph(getTranslation("team.away.what"));
        what.addClassName("secondary");
        from.setLabel(getTranslation("team.away.from"));
        from.setHelperText(getTranslation("team.away.from.what"));
        until.setLabel(getTranslation("team.away.until"));
        until.setHelperText(getTranslation("team.away.until.what", times.zone().getId()));
        for (DateTimePicker each : new DateTimePicker[] {from, until}) {
            each.setLocale(getLocale());
            each.setStep(STEP);
            each.setMin(times.now().toLocalDate().atStartOfDay());
            each.setManualValidation(true);
            each.setWidthFull();
        }
        add(what, from, until);
        setWidth("min(34em, 100vw)");
        setCloseOnOutsideClick(false);
    }

    void ask(Saving saving) {
        Button save =
                new Button(
                        getTranslation("team.away"),
                        click -> {
                            if (refusals.tried(() -> saving.save(instant(from), instant(until)))) {
                                close();
                            }
                        });
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation("common.cancel"), click -> close()), save);
        open();
        from.focus();
    }

    private @Nullable Instant instant(DateTimePicker field) {
        LocalDateTime given = field.getValue();
        return given == null ? null : given.atZone(times.zone()).toInstant();
    }
}
