package org.leadrelay.ui.calendar;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leadrelay.ui.component.Times;
import org.leadrelay.workingtime.BusinessCalendar;
import org.leadrelay.workingtime.CalendarDay;
import org.leadrelay.workingtime.Opening;

/** Month grid: each day with its hours and why they differ; weeks begin on Monday. */
final class MonthPanel extends Div {

    private final Clock clock;
    private final H2 title = new H2();
    private final OrderedList days = new OrderedList();
    private @Nullable BusinessCalendar calendar;
    private @Nullable YearMonth month;

    MonthPanel(Clock clock) {
        this.clock = clock;
        addClassName("month");
        Button before = arrow(VaadinIcon.ANGLE_LEFT, "calendar.previous", -1);
        Button after = arrow(VaadinIcon.ANGLE_RIGHT, "calendar.next", 1);
        Button today = new Button(getTranslation("calendar.today"), click -> today());
        today.addThemeVariants(ButtonVariant.LUMO_SMALL);
        title.getElement().setAttribute("aria-live", "polite");
        Div head = new Div(before, today, after, title);
        head.addClassName("month-head");
        Div names = new Div();
        names.addClassName("month-names");
        names.getElement().setAttribute("aria-hidden", "true");
        for (DayOfWeek each : DayOfWeek.values()) {
            names.add(new Span(each.getDisplayName(TextStyle.SHORT, getLocale())));
        }
        days.addClassName("month-days");
        add(head, names, days);
    }

    private Button arrow(VaadinIcon icon, String key, int months) {
        Button arrow = new Button(icon.create(), click -> turn(months));
        arrow.setAriaLabel(getTranslation(key));
        arrow.setTooltipText(getTranslation(key));
        arrow.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_ICON);
        return arrow;
    }

    /** Shows this calendar, in the month that is open already. */
    void show(BusinessCalendar chosen) {
        calendar = chosen;
        show(month == null ? YearMonth.from(now(chosen)) : month);
    }

    private void today() {
        if (calendar != null) {
            show(YearMonth.from(now(calendar)));
        }
    }

    private void turn(int months) {
        if (month != null) {
            show(month.plusMonths(months));
        }
    }

    private LocalDate now(BusinessCalendar of) {
        return clock.instant().atZone(of.zone()).toLocalDate();
    }

    private void show(YearMonth chosen) {
        BusinessCalendar shown = calendar;
        if (shown == null) {
            return;
        }
        month = chosen;
        title.setText(DateTimeFormatter.ofPattern("LLLL yyyy", getLocale()).format(chosen));
        days.removeAll();
        for (int each = 1; each <= chosen.lengthOfMonth(); each++) {
            days.add(day(shown.day(chosen.atDay(each), getLocale()), now(shown)));
        }
    }

    private ListItem day(CalendarDay day, LocalDate today) {
        LocalDate date = day.date();
        Span number = new Span(String.valueOf(date.getDayOfMonth()));
        number.addClassName("day-number");
        Span full = new Span(Times.fullDay(date, getLocale()));
        full.addClassName("day-full");
        number.getElement().setAttribute("aria-hidden", "true");
        ListItem item = new ListItem(number, full);
        item.addClassName("day");
        if (date.getDayOfMonth() == 1) {
            item.getStyle()
                    .set("grid-column-start", String.valueOf(date.getDayOfWeek().getValue()));
        }
        if (date.equals(today)) {
            item.addClassName("today");
            item.getElement().setAttribute("aria-current", "date");
        }
        if (day.openings().isEmpty()) {
            item.addClassName("closed");
        }
        item.add(hours(day));
        if (day.name() != null) {
            Span why = new Span(day.name());
            why.addClassNames("day-why", day.kind() == CalendarDay.Kind.HOLIDAY ? "holiday" : "special");
            item.add(why);
        }
        return item;
    }

    private Component hours(CalendarDay day) {
        Span hours = new Span(
                day.openings().isEmpty()
                        ? getTranslation("calendar.closed")
                        : day.openings().stream().map(this::words).collect(Collectors.joining(", ")));
        hours.addClassNames("day-hours", "figures");
        return hours;
    }

    private String words(Opening opening) {
        boolean untilMidnight = opening.closes().equals(LocalTime.MIDNIGHT);
        if (untilMidnight && opening.opens().equals(LocalTime.MIDNIGHT)) {
            return getTranslation("calendar.allDay");
        }
        String range = opening.opens() + "–" + (untilMidnight ? "24:00" : opening.closes());
        boolean night = !untilMidnight && !opening.opens().isBefore(opening.closes());
        return night ? getTranslation("calendar.night", range) : range;
    }
}
