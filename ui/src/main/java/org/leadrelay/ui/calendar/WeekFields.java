package org.leadrelay.ui.calendar;

import static java.util.Objects.requireNonNull;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.Command;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.leadrelay.calendar.CalendarForm.Range;
import org.leadrelay.ui.component.FieldErrors;
import org.leadrelay.ui.component.FieldLines;

/** Fields of the week: any number of ranges for each day; a day without one stays closed. */
final class WeekFields extends Div {

    private static final List<DayOfWeek> UNTIL_FRIDAY =
            List.of(DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY);

    private final Map<DayOfWeek, Div> places = new EnumMap<>(DayOfWeek.class);
    private final Map<DayOfWeek, FieldLines<RangeLine>> days = new EnumMap<>(DayOfWeek.class);
    private final Command changed;

    WeekFields(Map<String, List<Range>> week, Command changed) {
        this.changed = changed;
        addClassName("week");
        for (DayOfWeek day : DayOfWeek.values()) {
            Div place = new Div();
            places.put(day, place);
            fill(day, week.getOrDefault(code(day), List.of()));
            Span name = new Span(name(day));
            name.addClassName("week-day");
            Div row = new Div(name, place);
            row.addClassName("week-row");
            add(row);
            if (day == DayOfWeek.MONDAY) {
                Button copy = new Button(getTranslation("calendar.week.copy"), click -> untilFriday());
                copy.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
                row.add(copy);
            }
        }
    }

    private void untilFriday() {
        List<Range> monday = RangeLine.ranges(lines(DayOfWeek.MONDAY));
        UNTIL_FRIDAY.forEach(each -> fill(each, monday));
        changed.execute();
    }

    private void fill(DayOfWeek day, List<Range> ranges) {
        FieldLines<RangeLine> lines = RangeLine.lines(getTranslation("calendar.range.add"), name(day), ranges, changed);
        days.put(day, lines);
        place(day).removeAll();
        place(day).add(lines);
    }

    private Div place(DayOfWeek day) {
        return requireNonNull(places.get(day));
    }

    private FieldLines<RangeLine> lines(DayOfWeek day) {
        return requireNonNull(days.get(day));
    }

    private String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, getLocale());
    }

    /** As forms name it, whatever the reader's language. */
    private static String code(DayOfWeek day) {
        return day.name().toLowerCase(Locale.ROOT);
    }

    Map<String, List<Range>> week() {
        Map<String, List<Range>> week = new TreeMap<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            List<Range> ranges = RangeLine.ranges(lines(day));
            if (!ranges.isEmpty()) {
                week.put(code(day), ranges);
            }
        }
        return week;
    }

    void showErrors(FieldErrors refusals) {
        for (DayOfWeek day : DayOfWeek.values()) {
            RangeLine.showErrors(lines(day), "week." + code(day), refusals);
        }
    }
}
