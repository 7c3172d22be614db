package org.leadrelay.ui.process;

import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.Paragraph;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.leadrelay.ui.component.DayFields;
import org.leadrelay.ui.component.FormDialog;
import org.leadrelay.ui.component.Times;

/** Dialog that puts failed jobs off until a moment; tomorrow morning unless another one is chosen. */
final class PostponeDialog extends FormDialog {

    private static final Duration STEP = Duration.ofMinutes(30);
    private static final LocalTime MORNING = LocalTime.of(8, 0);

    /** Puts them off. */
    interface Postponing extends Serializable {
        void postpone(@Nullable Instant until);
    }

    private final Times times;
    private final DateTimePicker until = new DateTimePicker();

    PostponeDialog(Times times, String step, long jobs) {
        super("30em");
        this.times = times;
        setHeaderTitle(
                getTranslation("process.failed.postpone.of", jobs, ProcessServices.number(jobs, getLocale()), step));
        Paragraph what = new Paragraph(getTranslation("process.failed.postpone.what"));
        what.addClassName("secondary");
        until.setLabel(getTranslation("process.failed.until"));
        until.setHelperText(
                getTranslation("process.failed.until.what", times.zone().getId()));
        DayFields.speak(until, getLocale());
        until.setStep(STEP);
        until.setMin(times.now());
        until.setManualValidation(true);
        until.setWidthFull();
        until.setValue(times.now().toLocalDate().plusDays(1).atTime(MORNING));
        refusals().field("until", until);
        form(what, until);
    }

    void ask(Postponing postponing) {
        saves(getTranslation("process.failed.postpone"), () -> postponing.postpone(instant()));
        open();
    }

    private @Nullable Instant instant() {
        LocalDateTime given = until.getValue();
        return given == null ? null : given.atZone(times.zone()).toInstant();
    }
}
