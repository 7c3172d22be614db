package org.leadrelay.ui.team;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadrelay.assignment.AbsenceHandling;
import org.leadrelay.assignment.RepChoice;
import org.leadrelay.ui.component.DayFields;
import org.leadrelay.ui.component.DueWords;
import org.leadrelay.ui.component.FormDialog;
import org.leadrelay.ui.component.Times;
import org.leadrelay.worklist.RepsTasks;

/** Dialog of an absence: from when to when, who stands in and what becomes of the open tasks, with a preview. */
final class AbsenceDialog extends FormDialog {

    private static final Duration STEP = Duration.ofMinutes(30);

    /** Takes the absence; null as the beginning is now. */
    interface Saving extends Serializable {
        void save(@Nullable Instant from, @Nullable Instant until, @Nullable String deputy, AbsenceHandling openTasks);
    }

    private final RepChoice rep;
    private final Times times;
    private final RepsTasks tasks;
    private final DateTimePicker from = new DateTimePicker();
    private final DateTimePicker until = new DateTimePicker();
    private final ComboBox<RepChoice> deputy = new ComboBox<>();
    private final RadioButtonGroup<AbsenceHandling> openTasks = new RadioButtonGroup<>();
    private final ForecastPanel forecast;

    AbsenceDialog(RepChoice rep, List<RepChoice> all, RepsTasks tasks, DueWords due) {
        super("36em");
        this.rep = rep;
        this.times = due.times();
        this.tasks = tasks;
        forecast = new ForecastPanel(rep, all, due);
        for (DateTimePicker each : new DateTimePicker[] {from, until}) {
            each.addValueChangeListener(event -> show());
        }
        deputy.addValueChangeListener(event -> show());
        openTasks.addValueChangeListener(event -> show());

        setHeaderTitle(getTranslation("team.away.of", rep.name()));
        Paragraph what = new Paragraph(getTranslation("team.away.what"));
        what.addClassName("secondary");
        from.setLabel(getTranslation("team.away.from"));
        from.setHelperText(getTranslation("team.away.from.what"));
        until.setLabel(getTranslation("team.away.until"));
        until.setHelperText(getTranslation("team.away.until.what", times.zone().getId()));
        for (DateTimePicker each : new DateTimePicker[] {from, until}) {
            DayFields.speak(each, getLocale());
            each.setStep(STEP);
            each.setMin(times.now().toLocalDate().atStartOfDay());
            each.setManualValidation(true);
            each.setWidthFull();
        }
        deputy.setLabel(getTranslation("team.deputy"));
        deputy.setHelperText(getTranslation("team.deputy.what"));
        deputy.setItems(
                all.stream().filter(each -> !each.login().equals(rep.login())).toList());
        deputy.setItemLabelGenerator(RepChoice::name);
        deputy.setClearButtonVisible(true);
        deputy.setManualValidation(true);
        deputy.setWidthFull();
        openTasks.setLabel(getTranslation("team.tasks"));
        openTasks.setItems(AbsenceHandling.values());
        openTasks.setItemLabelGenerator(each -> getTranslation("team.tasks." + each.code()));
        openTasks.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        openTasks.setManualValidation(true);
        openTasks.setValue(AbsenceHandling.STAY);
        refusals()
                .field("from", from)
                .field("until", until)
                .field("deputy", deputy)
                .field("openTasks", openTasks);
        form(what, from, until, deputy, openTasks, forecast);
        show();
    }

    /** The effect, of what is chosen so far. */
    private void show() {
        String standIn = deputy();
        AbsenceHandling chosen = openTasks.getValue();
        if (chosen == null || (chosen == AbsenceHandling.DEPUTY && standIn == null)) {
            forecast.nothing();
        } else {
            forecast.show(chosen, tasks.forecast(rep.login(), standIn, chosen), instant(from), instant(until));
        }
    }

    void ask(Saving saving) {
        saves(
                getTranslation("team.away"),
                () -> saving.save(instant(from), instant(until), deputy(), openTasks.getValue()));
        open();
    }

    private @Nullable String deputy() {
        RepChoice chosen = deputy.getValue();
        return chosen == null ? null : chosen.login();
    }

    private @Nullable Instant instant(DateTimePicker field) {
        LocalDateTime given = field.getValue();
        return given == null ? null : given.atZone(times.zone()).toInstant();
    }
}
