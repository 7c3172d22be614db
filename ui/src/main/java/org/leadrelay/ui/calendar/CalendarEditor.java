package org.leadrelay.ui.calendar;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.io.Serializable;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leadrelay.calendar.CalendarForm;
import org.leadrelay.calendar.CalendarForm.Special;
import org.leadrelay.ui.component.FieldErrors;
import org.leadrelay.ui.component.FieldLines;

/** Form of a calendar; each change is published, so that the month can show it. */
final class CalendarEditor extends Section {

    private final TextField id = new TextField();
    private final TextField name = new TextField();
    private final ComboBox<String> zone = new ComboBox<>();
    private final WeekFields week;
    private final HolidayFields holidays;
    private final FieldLines<SpecialLine> special;
    private final FieldErrors refusals = new FieldErrors();
    private final @Nullable Integer version;
    private final Deeds actions;

    /** What the page does with what is written. */
    interface Deeds extends Serializable {

        /** Something was changed, whether or not it could be stored. */
        void changed(CalendarForm unsaved);

        /** Stores it, or throws what is wrong. */
        void save(String id, CalendarForm form);

        void cancel();
    }

    /**
     * @param calendar the calendar's id; empty for a new one
     */
    CalendarEditor(String calendar, CalendarForm form, Deeds actions) {
        this.actions = actions;
        version = form.version();
        addClassName("calendar-editor");
        boolean isNew = calendar.isEmpty();
        id.setValue(calendar);
        id.setLabel(getTranslation("calendar.id"));
        id.setHelperText(getTranslation("calendar.id.what"));
        id.setVisible(isNew);
        name.setLabel(getTranslation("calendar.name"));
        name.setValue(form.name() == null ? "" : form.name());
        name.setValueChangeMode(ValueChangeMode.LAZY);
        name.addValueChangeListener(event -> tellOn());
        zone.setLabel(getTranslation("calendar.zone"));
        zone.setItems(ZoneId.getAvailableZoneIds().stream().sorted().toList());
        zone.setValue(form.zone());
        zone.addValueChangeListener(event -> tellOn());
        id.addClassName("wide");
        name.addClassName("wide");
        zone.addClassName("wide");
        Div head = new Div(id, name, zone);
        head.addClassName("line-fields");
        week = new WeekFields(form.week() == null ? Map.of() : form.week(), this::tellOn);
        holidays = new HolidayFields(form.country(), form.regions() == null ? List.of() : form.regions(), this::tellOn);
        special = new FieldLines<>(
                SpecialLine.class, getTranslation("calendar.special.add"), false, () -> new SpecialLine(this::tellOn));
        List<Special> days = form.specialDays() == null ? List.of() : form.specialDays();
        days.forEach(each -> special.with(new SpecialLine(each, this::tellOn)));
        special.onChange(this::tellOn);
        add(
                new H2(getTranslation(isNew ? "calendar.new" : "calendar.change.title")),
                head,
                new H3(getTranslation("calendar.week")),
                secondary("calendar.week.what"),
                week,
                new H3(getTranslation("calendar.holidays")),
                holidays,
                new H3(getTranslation("calendar.special")),
                secondary("calendar.special.what"),
                special,
                end());
    }

    private Paragraph secondary(String key) {
        Paragraph what = new Paragraph(getTranslation(key));
        what.addClassName("secondary");
        return what;
    }

    private Div end() {
        Button save = new Button(
                getTranslation("common.save"),
                click -> refusals.tried(() -> {
                    showErrors();
                    actions.save(id.getValue().strip(), form());
                }));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Button cancel = new Button(getTranslation("common.cancel"), click -> actions.cancel());
        Div end = new Div(save, cancel);
        end.addClassName("form-end");
        return end;
    }

    private void tellOn() {
        actions.changed(form());
    }

    private void showErrors() {
        refusals.field("id", id).field("name", name).field("zone", zone);
        week.showErrors(refusals);
        holidays.showErrors(refusals);
        List<SpecialLine> lines = special.lines();
        for (int i = 0; i < lines.size(); i++) {
            lines.get(i).showErrors("specialDays[" + i + "]", refusals);
        }
    }

    private CalendarForm form() {
        return new CalendarForm(
                name.getValue(),
                zone.getValue(),
                week.week(),
                holidays.country(),
                holidays.regions(),
                special.lines().stream().map(SpecialLine::written).toList(),
                version);
    }

    void begin() {
        (id.isVisible() ? id : name).focus();
    }
}
