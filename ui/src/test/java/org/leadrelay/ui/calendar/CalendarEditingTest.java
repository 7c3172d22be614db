package org.leadrelay.ui.calendar;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.People;
import org.leadrelay.access.Person;
import org.leadrelay.access.Roles;
import org.leadrelay.access.Teams;
import org.leadrelay.calendar.BusinessCalendars;
import org.leadrelay.calendar.CalendarAdministration;
import org.leadrelay.calendar.CalendarContent;
import org.leadrelay.calendar.CalendarForm;
import org.leadrelay.calendar.CalendarForm.Range;
import org.leadrelay.calendar.CalendarUsers;
import org.leadrelay.calendar.CalendarVersion;
import org.leadrelay.testing.OwnDatabase;
import org.leadrelay.ui.testing.ViewTest;
import org.leadrelay.workingtime.Opening;
import org.leadrelay.workingtime.SpecialDays;
import org.springframework.beans.factory.annotation.Autowired;

@OwnDatabase
class CalendarEditingTest extends ViewTest {

    private static final LocalTime NINE = LocalTime.of(9, 0);
    private static final LocalTime FIVE = LocalTime.of(17, 0);

    @Autowired
    CalendarAdministration keeping;

    @Autowired
    CalendarUsers users;

    @Autowired
    Teams teams;

    @Autowired
    People people;

    private final String id = "branch-" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void aBranchThatOpensOnMondays() {
        cast.person("paula", Roles.PROCESS_OWNER);
        cast.person("susi", Roles.SALES_MANAGER);
        cast.person("rita", Roles.SALES_REP);
        logIn("paula");
        keeping.save(id, monday());
        open(CalendarNavigation.CALENDARS);
        choose(id);
    }

    private CalendarForm monday() {
        return new CalendarForm(
                id, "Europe/Berlin", Map.of("monday", List.of(new Range("09:00", "17:00"))), null, null, null, null);
    }

    @Test
    void a_day_gets_more_ranges_and_the_month_shows_them_before_they_are_saved() {
        // given
        turnTo(YearMonth.of(2027, 2));
        press("Change");

        // when
        write("Monday, until", 0, "12:00");
        addHours(0);
        write("Monday, from", 1, "22:00");
        write("Monday, until", 1, "06:00");

        // then
        assertThat(day(1)).contains("09:00–12:00", "22:00–06:00 next day");
        assertThat(text()).contains("They are not saved yet");
        assertThat(now().week()).isEqualTo(Map.of(DayOfWeek.MONDAY, hours(NINE, FIVE)));

        // and when
        press("Cancel");

        // then
        assertThat(day(1)).contains("09:00–17:00");
        assertThat(_find(CalendarEditor.class)).isEmpty();

        // and when
        press("Change");
        addHours(2);
        write("Wednesday, from", 0, "08:00");
        write("Wednesday, until", 0, "24:00");
        press("Save");

        // then
        assertThat(now().week())
                .isEqualTo(Map.of(
                        DayOfWeek.MONDAY,
                        hours(NINE, FIVE),
                        DayOfWeek.WEDNESDAY,
                        hours(LocalTime.of(8, 0), LocalTime.MIDNIGHT)));
        assertThat(day(3)).contains("08:00–24:00");
        assertThat(text()).doesNotContain("not saved yet");
    }

    @Test
    void what_is_wrong_with_a_range_is_said_at_its_field_and_nothing_is_stored() {
        // given
        press("Change");

        // when
        write("Monday, from", 0, "nine");
        press("Save");

        // then
        assertThat(time("Monday, from", 0).getErrorMessage()).contains("no time of day");
        assertThat(text()).contains("cannot be counted yet");

        // and when
        write("Monday, from", 0, "09:00");
        addHours(0);
        write("Monday, from", 1, "16:00");
        write("Monday, until", 1, "18:00");
        press("Save");

        // then
        assertThat(time("Monday, from", 0).isInvalid()).isFalse();
        assertThat(time("Monday, from", 1).getErrorMessage()).contains("overlap");
        assertThat(now().week()).isEqualTo(Map.of(DayOfWeek.MONDAY, hours(NINE, FIVE)));
    }

    @Test
    void mondays_hours_are_copied_until_friday() {
        // given
        press("Change");

        // when
        press("Same until Friday");
        press("Save");

        // then
        assertThat(now().week())
                .hasSize(5)
                .containsEntry(DayOfWeek.FRIDAY, hours(NINE, FIVE))
                .doesNotContainKey(DayOfWeek.SATURDAY);
    }

    @Test
    void holidays_are_those_of_a_country_and_a_region_of_it() {
        // given
        press("Change");
        ComboBox<String> country = choice("Country");

        // when
        country.setValue("DE");
        ComboBox<String> region = choice("Region");
        assertThat(region.getItemLabelGenerator().apply("by")).startsWith("Ba");
        _setValue(region, "by");
        choice("Time zone").setValue("America/Santiago");
        press("Save");

        // then
        assertThat(now().country()).isEqualTo("DE");
        assertThat(now().regions()).containsExactly("by");
        assertThat(now().zone().getId()).isEqualTo("America/Santiago");

        // and when another country is chosen
        press("Change");
        choice("Country").setValue("FR");
        press("Save");

        // then
        assertThat(now().country()).isEqualTo("FR");
        assertThat(now().regions()).isEmpty();
    }

    @Test
    void special_days_close_a_while_and_open_a_day() {
        // given
        press("Change");
        press("Add special days");
        last(TextField.class, "Name").setValue("Stocktaking");
        last(DatePicker.class, "Day, or first day").setValue(LocalDate.of(2027, 2, 1));
        last(DatePicker.class, "Last day").setValue(LocalDate.of(2027, 1, 31));

        // when
        press("Save");

        // then
        assertThat(last(DatePicker.class, "Last day").getErrorMessage()).contains("before");

        // and when
        last(DatePicker.class, "Last day").setValue(LocalDate.of(2027, 2, 8));
        press("Add special days");
        last(TextField.class, "Name").setValue("Fair");
        last(DatePicker.class, "Day, or first day").setValue(LocalDate.of(2027, 2, 13));
        List<Button> adding = _find(Button.class, spec -> spec.withText("Add hours"));
        _click(adding.get(adding.size() - 1));
        write("Special days, from", 0, "10:00");
        write("Special days, until", 0, "14:00");
        press("Save");
        turnTo(YearMonth.of(2027, 2));

        // then
        assertThat(now().special())
                .containsExactly(
                        new SpecialDays("Stocktaking", LocalDate.of(2027, 2, 1), LocalDate.of(2027, 2, 8), List.of()),
                        new SpecialDays(
                                "Fair",
                                LocalDate.of(2027, 2, 13),
                                LocalDate.of(2027, 2, 13),
                                hours(LocalTime.of(10, 0), LocalTime.of(14, 0))));
        assertThat(day(8)).contains("closed", "Stocktaking");
        assertThat(day(13)).contains("10:00–14:00", "Fair");
    }

    @Test
    void what_somebody_else_changed_meanwhile_is_told_and_not_overwritten() {
        // given
        press("Change");
        CalendarVersion theirs = keeping.save(
                id,
                new CalendarForm(
                        id,
                        "Europe/Berlin",
                        Map.of("friday", List.of(new Range("10:00", "11:00"))),
                        null,
                        null,
                        null,
                        keeping.newest(id).version()));

        // when
        write("Monday, until", 0, "12:00");
        press("Save");

        // then
        assertThat(told()).contains(people.displayName("paula"), "meanwhile");
        assertThat(keeping.newest(id)).isEqualTo(theirs);
        assertThat(time("Monday, until", 0).getValue()).isEqualTo("12:00");

        // and when
        press("Cancel");
        press("Change");

        // then
        assertThat(time("Friday, from", 0).getValue()).isEqualTo("10:00");
    }

    @Test
    void a_calendar_is_made_and_its_id_is_checked() {
        // given
        String made = id + "-2";
        press("New calendar");
        last(TextField.class, "Name").setValue("Second branch");
        last(TextField.class, "Id").setValue("Second branch");

        // when
        press("Save");

        // then
        assertThat(last(TextField.class, "Id").getErrorMessage()).contains("small letters");

        // and when
        last(TextField.class, "Id").setValue(id);
        press("Save");

        // then
        assertThat(told()).contains("already");

        // and when
        last(TextField.class, "Id").setValue(made);
        press("Save");

        // then
        assertThat(keeping.newest(made).content().week()).hasSize(5);
        assertThat(calendars().getValue().id()).isEqualTo(made);
    }

    @Test
    void a_calendar_is_given_to_teams_and_people_and_taken_back() {
        // given
        logIn("paula");
        cast.person("boss", Roles.ADMINISTRATOR);
        logIn("boss");
        String name = "Team " + id;
        teams.create(name, Set.of("rita"));
        open(CalendarNavigation.CALENDARS);
        choose(id);

        // when
        press("Whose hours");
        teamsGiven()
                .setValue(teams.all().stream()
                        .filter(each -> each.name().equals(name))
                        .collect(Collectors.toSet()));
        peopleGiven().setValue(Set.of(people.get("rita")));
        press("Save");

        // then
        assertThat(text()).contains("Given to: " + name + ", " + people.displayName("rita"));
        assertThat(users.ofRep("rita")).contains(id);

        // and when
        press("Whose hours");
        teamsGiven().clear();
        peopleGiven().clear();
        press("Save");

        // then
        assertThat(users.of(id).teams()).isEmpty();
        assertThat(users.ofRep("rita")).isEmpty();
    }

    @Test
    void who_may_change_what_finds_it_and_nobody_else() {
        // when
        logIn("rita");
        open("charter");
        open(CalendarNavigation.CALENDARS);
        choose(id);

        // then
        assertThat(actions()).isEmpty();

        // and when
        logIn("susi");
        open("charter");
        open(CalendarNavigation.CALENDARS);
        choose(id);

        // then
        assertThat(actions()).containsExactly("Change", "Whose hours", "New calendar");
        choose(BusinessCalendars.DEFAULT);
        assertThat(actions()).containsExactly("Whose hours", "New calendar");
    }

    private CalendarContent now() {
        return keeping.newest(id).content();
    }

    private static List<Opening> hours(LocalTime from, LocalTime to) {
        return List.of(new Opening(from, to));
    }

    private static List<String> actions() {
        return Stream.of("Change", "Whose hours", "New calendar")
                .filter(each ->
                        !_find(Button.class, spec -> spec.withText(each)).isEmpty())
                .toList();
    }

    private void choose(String calendar) {
        calendars()
                .setValue(keeping.all().stream()
                        .filter(each -> each.id().equals(calendar))
                        .findFirst()
                        .orElseThrow());
    }

    private static Select<CalendarVersion> calendars() {
        return _get(of(Select.class), spec -> spec.withId("calendar"));
    }

    private static void press(String words) {
        _click(_get(Button.class, spec -> spec.withText(words)));
    }

    /** The button of one day of the week; those of special days stand below. */
    private static void addHours(int weekday) {
        _click(_find(Button.class, spec -> spec.withText("Add hours")).get(weekday));
    }

    private static void write(String label, int line, String words) {
        time(label, line).setValue(words);
    }

    private static TextField time(String label, int line) {
        return _find(
                        TextField.class,
                        spec -> spec.withPredicate(
                                each -> each.getAriaLabel().orElse("").equals(label)))
                .get(line);
    }

    private static <C extends Component> C last(Class<C> kind, String label) {
        List<C> all = _find(kind, spec -> spec.withLabel(label));
        assertThat(all).as(label).isNotEmpty();
        return all.get(all.size() - 1);
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<String> choice(String label) {
        return last(ComboBox.class, label);
    }

    @SuppressWarnings("unchecked")
    private static MultiSelectComboBox<Teams.Team> teamsGiven() {
        return last(MultiSelectComboBox.class, "Teams");
    }

    @SuppressWarnings("unchecked")
    private static MultiSelectComboBox<Person> peopleGiven() {
        return last(MultiSelectComboBox.class, "People");
    }

    private static void turnTo(YearMonth month) {
        while (month().isBefore(month)) {
            arrow("Next month");
        }
        while (month().isAfter(month)) {
            arrow("Previous month");
        }
    }

    private static YearMonth month() {
        return YearMonth.parse(
                _get(_get(MonthPanel.class), H2.class).getText(),
                DateTimeFormatter.ofPattern("LLLL yyyy", Locale.ENGLISH));
    }

    private static void arrow(String label) {
        _click(_get(
                Button.class,
                spec -> spec.withPredicate(
                        each -> each.getAriaLabel().orElse("").equals(label))));
    }

    private static String day(int number) {
        return _find(_get(MonthPanel.class), ListItem.class)
                .get(number - 1)
                .getElement()
                .getTextRecursively();
    }

    private static String text() {
        return _get(CalendarsView.class).getElement().getTextRecursively();
    }

    private static String told() {
        List<Notification> all = _find(Notification.class);
        return all.get(all.size() - 1).getElement().getTextRecursively();
    }
}
