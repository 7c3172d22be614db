package org.leadrelay.ui.calendar;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Roles;
import org.leadrelay.calendar.CalendarAdministration;
import org.leadrelay.calendar.CalendarForm;
import org.leadrelay.calendar.CalendarForm.Range;
import org.leadrelay.calendar.CalendarForm.Special;
import org.leadrelay.calendar.CalendarVersion;
import org.leadrelay.ui.testing.ViewTest;
import org.springframework.beans.factory.annotation.Autowired;

class CalendarsViewTest extends ViewTest {

    @Autowired
    CalendarAdministration keeping;

    @Autowired
    Clock clock;

    private final String id = "munich-" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void anOfficeInMunich() {
        cast.person("paula", Roles.PROCESS_OWNER);
        cast.person("rita", Roles.SALES_REP);
        logIn("paula");
        keeping.save(
                id,
                new CalendarForm(
                        id,
                        "Europe/Berlin",
                        Map.of(
                                "monday", List.of(new Range("09:00", "12:00"), new Range("13:00", "17:00")),
                                "tuesday", List.of(new Range("09:00", "17:00")),
                                "friday", List.of(new Range("22:00", "06:00"))),
                        "DE",
                        List.of("by"),
                        List.of(new Special("Stocktaking", "2026-04-07", null, List.of(new Range("10:00", "24:00")))),
                        null));
        logIn("rita");
        open(CalendarNavigation.CALENDARS);
        choose(id);
    }

    @Test
    void a_month_shows_hours_holidays_by_name_and_special_days() {
        // when
        turnTo(YearMonth.of(2026, 4));

        // then
        assertThat(days()).hasSize(30);
        assertThat(day(3)).contains("Friday, 3 April 2026", "closed", "Good Friday");
        assertThat(day(6)).contains("closed", "Easter Monday");
        assertThat(day(7)).contains("10:00–24:00", "Stocktaking");
        assertThat(day(8)).contains("closed");
        assertThat(day(10)).contains("22:00–06:00 next day");
        assertThat(day(13)).contains("09:00–12:00, 13:00–17:00");
        assertThat(days().get(0).getStyle().get("grid-column-start")).isEqualTo("3");
    }

    @Test
    void today_leads_back_and_is_marked() {
        // given
        YearMonth now = YearMonth.now(clock.withZone(ZoneId.of("Europe/Berlin")));
        turnTo(now.plusMonths(2));
        assertThat(marked()).isEmpty();

        // when
        press("Today");

        // then
        assertThat(month()).isEqualTo(now);
        assertThat(marked()).hasSize(1);
        arrow("Previous month");
        assertThat(month()).isEqualTo(now.minusMonths(1));
    }

    @Test
    void what_is_due_is_told_with_its_arithmetic() {
        // given the Thursday before Good Friday, in this calendar's week of Monday and Tuesday
        _setValue(_get(DateTimePicker.class), LocalDateTime.parse("2026-04-02T16:30"));
        _setValue(_get(IntegerField.class), 90);
        unit("minutes");

        // when
        press("Count");

        // then
        assertThat(said()).anyMatch(each -> each.contains("7 April 2026") && each.contains("11:30"));
        assertThat(said())
                .contains(keeping.counting(id)
                        .count(Instant.parse("2026-04-02T14:30:00Z"), Duration.ofMinutes(90))
                        .words(Locale.ENGLISH));
        assertThat(said()).anyMatch(each -> each.contains("Good Friday"));
    }

    @Test
    void a_working_day_is_no_24_hours() {
        // given
        _setValue(_get(DateTimePicker.class), LocalDateTime.parse("2026-04-13T11:00"));
        _setValue(_get(IntegerField.class), 1);
        unit("days");

        // when
        press("Count");

        // then
        assertThat(said()).anyMatch(each -> each.contains("14 April 2026") && each.contains("11:00"));
    }

    @Test
    void what_cannot_be_counted_is_said_beside_the_field() {
        // when
        _get(IntegerField.class).setValue(-3);
        press("Count");

        // then
        assertThat(_get(IntegerField.class).getErrorMessage()).contains("PT-3H");
        assertThat(said()).noneMatch(each -> each.startsWith("Due"));
    }

    private void choose(String calendar) {
        Select<CalendarVersion> choice = _get(of(Select.class), spec -> spec.withId("calendar"));
        choice.setValue(keeping.all().stream()
                .filter(each -> each.id().equals(calendar))
                .findFirst()
                .orElseThrow());
    }

    private void unit(String unit) {
        Select<String> units = _get(of(Select.class), spec -> spec.withLabel("Unit"));
        units.setValue(unit);
    }

    private void turnTo(YearMonth wanted) {
        while (month().isBefore(wanted)) {
            arrow("Next month");
        }
        while (month().isAfter(wanted)) {
            arrow("Previous month");
        }
    }

    private YearMonth month() {
        String title = _find(H2.class).get(0).getText();
        return YearMonth.parse(title, DateTimeFormatter.ofPattern("LLLL yyyy", Locale.ENGLISH));
    }

    private void arrow(String label) {
        _click(_find(Button.class).stream()
                .filter(each -> label.equals(each.getAriaLabel().orElse("")))
                .findFirst()
                .orElseThrow());
    }

    private static void press(String text) {
        _click(_get(Button.class, spec -> spec.withText(text)));
    }

    private static List<ListItem> days() {
        return _find(ListItem.class, spec -> spec.withClasses("day"));
    }

    private static List<ListItem> marked() {
        return _find(ListItem.class, spec -> spec.withClasses("today"));
    }

    private static String day(int ofMonth) {
        return days().get(ofMonth - 1).getElement().getTextRecursively();
    }

    private static List<String> said() {
        return _find(UI.getCurrent(), Paragraph.class).stream()
                .map(Paragraph::getText)
                .toList();
    }
}
