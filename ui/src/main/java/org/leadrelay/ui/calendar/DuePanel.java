package org.leadrelay.ui.calendar;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.leadrelay.calendar.CalendarArithmetic;
import org.leadrelay.ui.component.DayFields;
import org.leadrelay.ui.component.FieldErrors;
import org.leadrelay.ui.component.Times;
import org.leadrelay.workingtime.BusinessCalendar;
import org.leadrelay.workingtime.WorkingTime;

/** Calculator on a calendar: what arrives then and takes that, when is it due, and why. */
final class DuePanel extends Div {

    private final CalendarArithmetic counting;
    private final Clock clock;
    private final DateTimePicker from = new DateTimePicker();
    private final IntegerField amount = new IntegerField();
    private final Select<String> unit = new Select<>();
    private final Paragraph due = new Paragraph();
    private final Paragraph arithmetic = new Paragraph();
    private final FieldErrors refusals = new FieldErrors().field("from", from).field("work", amount);
    private String id = "";
    private ZoneId zone = ZoneOffset.UTC;

    DuePanel(CalendarArithmetic counting, Clock clock) {
        this.counting = counting;
        this.clock = clock;
        addClassName("due-panel");
        from.setLabel(getTranslation("calendar.due.from"));
        DayFields.speak(from, getLocale());
        from.setManualValidation(true);
        amount.setLabel(getTranslation("calendar.due.work"));
        amount.setMin(0);
        amount.setValue(2);
        amount.setStepButtonsVisible(true);
        amount.setManualValidation(true);
        unit.setLabel(getTranslation("calendar.due.unit"));
        unit.setItems("minutes", "hours", "days");
        unit.setItemLabelGenerator(each -> getTranslation("calendar.due." + each));
        unit.setValue("hours");
        Button count = new Button(getTranslation("calendar.due.count"), click -> count());
        Div fields = new Div(from, amount, unit, count);
        fields.addClassName("due-fields");
        due.addClassNames("due-answer", "figures");
        arithmetic.addClassName("due-arithmetic");
        Div answer = new Div(due, arithmetic);
        answer.getElement().setAttribute("aria-live", "polite");
        add(new H2(getTranslation("calendar.due")), fields, answer);
    }

    void show(String calendarId, BusinessCalendar calendar) {
        id = calendarId;
        zone = calendar.zone();
        from.setHelperText(getTranslation("calendar.due.zone", zone.getId()));
        if (from.getValue() == null) {
            from.setValue(LocalDateTime.ofInstant(clock.instant(), zone).truncatedTo(ChronoUnit.MINUTES));
        }
        count();
    }

    private void count() {
        boolean counted = refusals.tried(() -> {
            LocalDateTime given = from.getValue();
            LocalDateTime begun = given == null ? LocalDateTime.ofInstant(clock.instant(), zone) : given;
            tell(counting.due(id, begun.atZone(zone).toInstant(), work()));
        });
        if (!counted) {
            due.setText("");
            arithmetic.setText("");
        }
    }

    private String work() {
        Integer given = amount.getValue();
        String number = given == null ? "" : given.toString();
        return switch (unit.getValue()) {
            case "minutes" -> "PT" + number + "M";
            case "days" -> "P" + number + "D";
            default -> "PT" + number + "H";
        };
    }

    private void tell(WorkingTime counted) {
        due.setText(getTranslation("calendar.due.at", Times.exact(counted.due(), zone, getLocale())));
        arithmetic.setText(counted.words(getLocale()));
    }
}
