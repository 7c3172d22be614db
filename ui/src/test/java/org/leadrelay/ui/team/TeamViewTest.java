package org.leadrelay.ui.team;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static com.github.mvysny.kaributesting.v10.NotificationsKt.expectNotifications;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.dnd.DragStartEvent;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.dnd.GridDropEvent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import elemental.json.Json;
import elemental.json.JsonObject;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.People;
import org.leadrelay.access.Roles;
import org.leadrelay.assignment.Absence;
import org.leadrelay.assignment.AbsenceHandling;
import org.leadrelay.assignment.Attendance;
import org.leadrelay.assignment.RepChoice;
import org.leadrelay.assignment.Reps;
import org.leadrelay.assignment.Skill;
import org.leadrelay.assignment.Skills;
import org.leadrelay.lead.Field;
import org.leadrelay.lead.LeadCommands;
import org.leadrelay.process.JourneyDriver;
import org.leadrelay.testing.OwnDatabase;
import org.leadrelay.testing.SettableClock;
import org.leadrelay.ui.component.Times;
import org.leadrelay.ui.testing.ViewTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@OwnDatabase
@Import(JourneyDriver.class)
class TeamViewTest extends ViewTest {

    @Autowired
    Reps reps;

    @Autowired
    Attendance attendance;

    @Autowired
    Skills skills;

    @Autowired
    Times times;

    @Autowired
    People people;

    @Autowired
    LeadCommands life;

    @Autowired
    JourneyDriver driver;

    @Autowired
    JdbcClient jdbc;

    private static final String ANSWER = "Activity_AnswerHandOff";

    @BeforeEach
    void aManagerAndTheReps() {
        cast.person("susan", Roles.SALES_MANAGER);
        cast.person("rita", Roles.SALES_REP);
        cast.person("rolf", Roles.SALES_REP);
        cast.team("Inbound of the manager", "susan", "rita", "rolf");
        logIn("susan");
        reps.setCapacity("rita", 10);
        attendance.back("rita");
        open(TeamNavigation.TEAM);
        _setValue(_get(TextField.class, spec -> spec.withPlaceholder("Search reps")), "rita");
    }

    @AfterEach
    void leaveTheReps() {
        cast.actingAsNobody();
        jdbc.sql("select distinct lead_id from task_item where assignee in ('rita', 'rolf')")
                .query(UUID.class)
                .list()
                .forEach(lead -> life.withdraw(lead, "the test is over"));
        for (String table : new String[] {"rep_place", "rep_given", "rep_absence", "rep_capacity"}) {
            jdbc.sql("delete from " + table).update();
        }
    }

    @Test
    void the_search_shows_a_rep_with_load_and_presence() {
        // then
        assertThat(shown()).extracting(RepChoice::login).containsExactly("rita");
        assertThat(shown().get(0).capacity()).isEqualTo(10);
    }

    @Test
    void a_capacity_is_changed() {
        // given
        choose("Change limits");

        // when
        _setValue(number("Open leads at most"), 3);
        _setValue(number("Leads given in a period at most"), 2);
        save();

        // then
        assertThat(rita()).returns(3, RepChoice::capacity).returns(2, RepChoice::perPeriod);
        assertThat(shown().get(0).capacity()).isEqualTo(3);
    }

    @Test
    void an_impossible_capacity_is_refused_at_the_field() {
        // given
        choose("Change limits");

        // when
        number("Open leads at most").setValue(-4);
        save();

        // then
        assertThat(number("Open leads at most").getErrorMessage()).contains("from 0 to");
        assertThat(rita().capacity()).isEqualTo(10);
    }

    @Test
    void an_absence_is_noted_and_an_end_before_its_beginning_refused() {
        // given
        LocalDateTime tomorrow = times.now().plusDays(1).withNano(0);
        choose("Mark as absent");
        picker("From").setValue(tomorrow);
        picker("Until").setValue(tomorrow.minusHours(5));

        // when
        markAbsent();

        // then
        assertThat(picker("Until").getErrorMessage()).contains("after the beginning");

        // and when
        picker("Until").setValue(tomorrow.plusDays(2));
        markAbsent();

        // then
        assertThat(rita().absences()).isNotEmpty();
        assertThat(rita().absent()).isFalse();
        rita().absences().forEach(each -> attendance.cancel("rita", each.id()));
    }

    @Test
    void skills_are_noted_and_the_list_of_them_is_kept() {
        // given
        _click(_get(Button.class, spec -> spec.withText("List of skills")));
        _setValue(text("Word"), "french");
        _setValue(text("In English"), "Speaks French");
        _click(_get(Button.class, spec -> spec.withText("Add or rename")));
        _click(_get(Button.class, spec -> spec.withText("Close")));

        // when
        choose("Change skills");
        CheckboxGroup<Skill> all = _get(TeamViewTest.<CheckboxGroup<Skill>>of(CheckboxGroup.class), spec -> {});
        all.setValue(
                skills.all().stream().filter(each -> each.id().equals("french")).collect(Collectors.toSet()));
        save();

        // then
        assertThat(rita().skills()).containsExactly("french");
        skills.remove("french");
    }

    @Test
    void an_absence_says_beforehand_what_becomes_of_the_open_tasks_and_then_does_it() {
        // given
        ritasLead();
        choose("Mark as absent");

        // then
        assertThat(effect()).contains("Open tasks that stay with rita: 1.", "Fall due", "Grace");

        // and when
        RadioButtonGroup<AbsenceHandling> tasks =
                _get(TeamViewTest.<RadioButtonGroup<AbsenceHandling>>of(RadioButtonGroup.class), s -> {});
        tasks.setValue(AbsenceHandling.DEPUTY);
        assertThat(effect()).contains("Choose a deputy");
        ComboBox<RepChoice> deputy = _get(combo(), spec -> spec.withLabel("Deputy"));
        deputy.setValue(rep("rolf"));

        // then
        assertThat(effect()).contains("1 to rolf, who then has 1 of 5.", "As things stand now");
        markAbsent();
        assertThat(rita().absences())
                .singleElement()
                .returns("rolf", Absence::deputy)
                .returns(AbsenceHandling.DEPUTY, Absence::openTasks)
                .returns(List.of(new Absence.Moved("rolf", 1)), Absence::moved);
        expectNotifications("Absence of rita noted. 1 task to rolf.");
        assertThat(rep("rolf").openLeads()).isEqualTo(1);

        // and when it is over, what it did can still be read
        driver.setClock(SettableClock.MONDAY_MORNING.plus(Duration.ofHours(1)));
        attendance.back("rita");
        open(TeamNavigation.TEAM);
        _setValue(_get(TextField.class, spec -> spec.withPlaceholder("Search reps")), "rita");
        choose("What absences did");
        assertThat(_get(UnorderedList.class, spec -> spec.withClasses("absences"))
                        .getElement()
                        .getTextRecursively())
                .contains("rolf stands in", "1 task to rolf");
    }

    @Test
    void an_absence_that_leaves_the_tasks_says_so() {
        // given
        ritasLead();
        choose("Mark as absent");

        // when
        markAbsent();

        // then
        expectNotifications("Absence of rita noted. One open task stays.");
        assertThat(rita().openLeads()).isEqualTo(1);
    }

    @Test
    void what_is_overdue_and_what_was_late_stands_at_the_rep_and_leads_to_these_tasks() {
        // given
        UUID lead = ritasLead();
        open(TeamNavigation.TEAM);
        _setValue(_get(TextField.class, spec -> spec.withPlaceholder("Search reps")), "rita");
        assertThat(pressing()).isEqualTo("nothing");

        // when the promise is past its reminder
        jdbc.sql("update task_item set remind = due - interval '1 minute' where lead_id = ?")
                .param(lead)
                .update();
        driver.setClock(((Timestamp) due(lead)).toInstant().minusSeconds(30));
        open(TeamNavigation.TEAM);
        _setValue(_get(TextField.class, spec -> spec.withPlaceholder("Search reps")), "rita");

        // then
        assertThat(pressing()).isEqualTo("1 soon due");

        // and when it is broken
        driver.setClock(((Timestamp) due(lead)).toInstant().plusSeconds(60));
        jdbc.sql("update promise set state = 'broken', broken_at = due_at where lead_id = ? and holder = 'rita'")
                .param(lead)
                .update();
        jdbc.sql("""
            insert into promise_time (promise_id, unassigned, unopened, opened, waiting, down, late_unassigned,
                late_unopened, late_opened, late_waiting, late_down)
            select id, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0 from promise where lead_id = ? and holder = 'rita'
            """).param(lead).update();
        open(TeamNavigation.TEAM);
        _setValue(_get(TextField.class, spec -> spec.withPlaceholder("Search reps")), "rita");

        // then
        assertThat(pressing()).isEqualTo("1 overdue1 late in six weeks");
        List<String> links = _find(pressingCell(), Anchor.class).stream()
                .map(Anchor::getHref)
                .toList();
        assertThat(links.get(1)).startsWith("promises?").contains("state=late", "rep=rita", "show=list");

        // and when
        open(links.get(0));

        // then
        assertThat(_find(H2.class)).extracting(H2::getText).contains("rita: overdue tasks (1)");
        assertThat(_find(Div.class, spec -> spec.withClasses("rep-lead"))).hasSize(1);
    }

    /** What stands in the column of what is late, at the first rep. */
    private String pressing() {
        return pressingCell().getElement().getTextRecursively();
    }

    private Component pressingCell() {
        return GridKt._getCellComponent(grid(), 0, RepsGrid.PRESSING);
    }

    @Test
    void a_lead_goes_to_another_rep_by_a_button_and_keeps_its_promise() {
        // given
        UUID lead = ritasLead();
        Object due = due(lead);
        open(TeamNavigation.TEAM + "?rep=rita");
        _click(_get(Button.class, spec -> spec.withText("Give to…")));
        ComboBox<RepChoice> to = _get(combo(), spec -> spec.withLabel("Rep"));

        // when
        to.setValue(rep("rolf"));

        // then
        assertThat(effect()).contains("rolf then has 1 of 5 open leads.", "The promise stays: due");
        _click(_get(Button.class, spec -> spec.withText("Give")));
        assertThat(driver.assignee(lead, ANSWER)).isEqualTo("rolf");
        assertThat(due(lead)).isEqualTo(due);
        assertThat(rep("rolf").openLeads()).isEqualTo(1);
        assertThat(rita().openLeads()).isZero();
    }

    @Test
    void a_lead_dragged_onto_a_rep_is_asked_about_with_that_rep_chosen() {
        // given
        UUID lead = ritasLead();
        open(TeamNavigation.TEAM + "?rep=rita");
        Div line = _get(Div.class, spec -> spec.withClasses("rep-lead"));
        ComponentUtil.fireEvent(line, new DragStartEvent<>(line, true));

        // when
        JsonObject onto = Json.createObject();
        onto.put("key", grid().getDataCommunicator().getKeyMapper().key(rep("rolf")));
        ComponentUtil.fireEvent(grid(), new GridDropEvent<>(grid(), true, onto, "on-top", Json.createArray()));

        // then
        ComboBox<RepChoice> to = _get(combo(), spec -> spec.withLabel("Rep"));
        assertThat(to.getValue().login()).isEqualTo("rolf");
        assertThat(driver.assignee(lead, ANSWER)).isEqualTo("rita");
        _click(_get(Button.class, spec -> spec.withText("Give")));
        assertThat(driver.assignee(lead, ANSWER)).isEqualTo("rolf");
    }

    /** A lead that waits for Rita's answer, whoever else there is. */
    private UUID ritasLead() {
        cast.actingAsNobody();
        people.loginsByRole(Roles.SALES_REP).forEach(each -> reps.setCapacity(each, 0));
        reps.setCapacity("rita", 10);
        driver.setClock(SettableClock.MONDAY_MORNING);
        UUID lead = driver.capture(Map.of(
                Field.NAME, "Grace Example",
                Field.COMPANY, "Example Works",
                Field.PROFILE_SCORE, "19",
                Field.ACTIVITY_SCORE, "17"));
        assertThat(driver.assignee(lead, ANSWER)).isEqualTo("rita");
        logIn("susan");
        reps.setCapacity("rolf", 5);
        return lead;
    }

    private Object due(UUID lead) {
        return jdbc.sql("select due from task_item where lead_id = ?")
                .param(lead)
                .query(Timestamp.class)
                .single();
    }

    private static String effect() {
        Div effect = _get(Div.class, spec -> spec.withClasses("forecast"));
        return effect.getElement().getTextRecursively();
    }

    private static Class<ComboBox<RepChoice>> combo() {
        return of(ComboBox.class);
    }

    private static IntegerField number(String label) {
        return _get(IntegerField.class, spec -> spec.withLabel(label));
    }

    private static TextField text(String label) {
        return _get(TextField.class, spec -> spec.withLabel(label));
    }

    private RepChoice rep(String login) {
        return reps.all().stream()
                .filter(each -> each.login().equals(login))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_rep_of_another_team_is_neither_listed_nor_a_deputy_nor_opened_by_the_address() {
        // given
        cast.person("nils", Roles.SALES_REP);
        cast.team("Field of somebody else", "nils");

        // when
        open(TeamNavigation.TEAM + "?rep=nils");

        // then
        assertThat(shown()).extracting(RepChoice::login).contains("rita").doesNotContain("nils");
        assertThat(_find(H2.class)).noneMatch(each -> each.getText().contains("nils"));

        // and when
        _setValue(_get(TextField.class, spec -> spec.withPlaceholder("Search reps")), "rita");
        choose("Mark as absent");

        // then
        ComboBox<RepChoice> deputy = _get(combo(), spec -> spec.withLabel("Deputy"));
        assertThat(deputy.getListDataView().getItems().map(RepChoice::login))
                .contains("rolf")
                .doesNotContain("nils");
    }

    @Test
    void a_manager_without_a_rep_is_told_how_to_get_one() {
        // given
        cast.person("lonely", Roles.SALES_MANAGER);
        jdbc.sql("""
            insert into team_member (team_id, login)
            select (select id from team where name = 'Inbound of the manager'), login
            from person_role where role = 'sales-rep' on conflict do nothing
            """).update();
        logIn("lonely");

        // when
        open(TeamNavigation.TEAM);

        // then
        assertThat(_get(H2.class, spec -> spec.withText("No reps of yours"))).isNotNull();
    }

    @Test
    void a_rep_manages_no_team() {
        // given
        logIn("rita");

        // when
        open(TeamNavigation.TEAM);

        // then
        assertThat(_find(TeamView.class)).isEmpty();
    }

    private void choose(String action) {
        MenuBar menu = (MenuBar) GridKt._getCellComponent(grid(), 0, "actions");
        MenuItem item = menu.getItems().get(0).getSubMenu().getItems().stream()
                .filter(each -> each.getText().equals(action))
                .findFirst()
                .orElseThrow();
        ComponentUtil.fireEvent(item, new ClickEvent<>(item));
    }

    private static void save() {
        _click(_get(Button.class, spec -> spec.withText("Save")));
    }

    private static void markAbsent() {
        _click(_get(Button.class, spec -> spec.withText("Mark as absent")));
    }

    private static DateTimePicker picker(String label) {
        return _get(DateTimePicker.class, spec -> spec.withLabel(label));
    }

    private RepChoice rita() {
        return rep("rita");
    }

    private static Grid<RepChoice> grid() {
        return _get(
                TeamViewTest.<Grid<RepChoice>>of(Grid.class),
                spec -> spec.withPredicate(each -> each.getColumnByKey("actions") != null));
    }

    private static List<RepChoice> shown() {
        return GridKt._findAll(grid());
    }
}
