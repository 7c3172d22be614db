package org.leadrelay.ui.calendar;

import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.server.Command;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadrelay.calendar.CalendarForm.Special;
import org.leadrelay.ui.component.DayFields;
import org.leadrelay.ui.component.FieldErrors;
import org.leadrelay.ui.component.FieldLines;

/** Fields of special days: closed without a range, open with one. */
final class SpecialLine extends FieldLines.Line {

    private final TextField name = new TextField();
    private final DatePicker first = new DatePicker();
    private final DatePicker last = new DatePicker();
    private final FieldLines<RangeLine> ranges;

    SpecialLine(Command changed) {
        this(new Special(null, null, null, null), changed);
    }

    SpecialLine(Special now, Command changed) {
        addClassName("special-days");
        name.setLabel(getTranslation("calendar.special.name"));
        name.setValue(now.name() == null ? "" : now.name());
        name.setValueChangeMode(ValueChangeMode.LAZY);
        name.addClassName("wide");
        day(first, "calendar.special.first", now.first());
        day(last, "calendar.special.last", now.last());
        last.setClearButtonVisible(true);
        if (now.first() != null && now.first().equals(now.last())) {
            last.clear();
        }
        ranges = RangeLine.lines(
                getTranslation("calendar.range.add"),
                getTranslation("calendar.special.hours"),
                now.ranges() == null ? List.of() : now.ranges(),
                changed);
        Span what = new Span(getTranslation("calendar.special.closed"));
        what.addClassName("second-line");
        name.addValueChangeListener(event -> changed.execute());
        first.addValueChangeListener(event -> changed.execute());
        last.addValueChangeListener(event -> changed.execute());
        add(name, first, last, what, ranges);
    }

    private void day(DatePicker field, String key, @Nullable String now) {
        field.setLabel(getTranslation(key));
        DayFields.speak(field, getLocale());
        field.setManualValidation(true);
        field.setValue(now == null ? null : LocalDate.parse(now));
    }

    Special written() {
        return new Special(name.getValue(), text(first), text(last), RangeLine.ranges(ranges));
    }

    private static @Nullable String text(DatePicker field) {
        LocalDate day = field.getValue();
        return day == null ? null : day.toString();
    }

    void showErrors(String field, FieldErrors refusals) {
        refusals.field(field + ".name", name).field(field + ".first", first).field(field + ".last", last);
        RangeLine.showErrors(ranges, field + ".ranges", refusals);
    }

    @Override
    public Focusable<?> first() {
        return name;
    }
}
