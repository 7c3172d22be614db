package org.leadrelay.ui.worklist;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.event.SortEvent;
import com.vaadin.flow.data.provider.SortDirection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Roles;
import org.leadrelay.charter.Option;
import org.leadrelay.lead.Field;
import org.leadrelay.process.JourneyDriver;
import org.leadrelay.ui.component.KeyboardShortcuts;
import org.leadrelay.ui.testing.ViewTest;
import org.leadrelay.worklist.InboxChange;
import org.leadrelay.worklist.TaskCommands;
import org.leadrelay.worklist.TaskRow;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@Import(JourneyDriver.class)
class InboxViewTest extends ViewTest {

    private static final String QUALIFY = "Activity_QualifyLead";

    @Autowired
    JourneyDriver driver;

    @Autowired
    TaskCommands work;

    private String tag = "";
    private UUID amin;
    private UUID berg;

    @BeforeEach
    void twoLeadsToQualify() {
        tag = "Firm" + UUID.randomUUID().toString().substring(0, 8);
        cast.person("mary", Roles.MARKETING);
        cast.person("mike", Roles.MARKETING);
        cast.person("watcher", Roles.AUDITOR);
        amin = lead("Salma", "Amin", "Webinar");
        berg = lead("Berta", "Berg", "Fair");
    }

    @Test
    void the_list_holds_what_waits_for_the_persons_role_and_choosing_takes_nothing() {
        // given
        logIn("mary");

        // when
        open("inbox/" + driver.task(amin, QUALIFY) + "?q=" + tag);

        // then
        assertThat(rows()).extracting(TaskRow::lead).containsExactlyInAnyOrder("Salma Amin", "Berta Berg");
        assertThat(_get(H2.class, spec -> spec.withPredicate(TaskPaneTitles::isLead))
                        .getElement()
                        .getTextRecursively())
                .isEqualTo("Salma Amin");
        assertThat(driver.assignee(amin, QUALIFY)).isNull();
    }

    @Test
    void the_first_answer_takes_the_task_and_keeps_a_draft_that_a_reload_shows() {
        // given
        logIn("mary");
        open("inbox/" + driver.task(amin, QUALIFY) + "?q=" + tag);

        // when
        answer("outcome", "salesReady");

        // then
        assertThat(driver.assignee(amin, QUALIFY)).isEqualTo("mary");
        UI.getCurrent().getPage().reload();
        open("inbox?q=" + tag);
        open("inbox/" + driver.task(amin, QUALIFY) + "?q=" + tag);
        assertThat(group("outcome").getValue().value()).isEqualTo("salesReady");
    }

    @Test
    void what_is_missing_stands_beside_its_field_and_what_was_answered_stays() {
        // given
        logIn("mary");
        open("inbox/" + driver.task(amin, QUALIFY) + "?q=" + tag);
        answer("outcome", "salesReady");

        // when
        _click(_get(Button.class, spec -> spec.withId("complete")));

        // then
        assertThat(group("need").isInvalid()).isTrue();
        assertThat(group("need").getErrorMessage()).isEqualTo("Give an answer.");
        assertThat(group("outcome").getValue().value()).isEqualTo("salesReady");
    }

    @Test
    void after_completing_the_next_task_opens_by_itself() {
        // given
        logIn("mary");
        open("inbox?q=" + tag);
        rows();
        press("j");
        TaskRow first = openTask();
        answer("outcome", "disqualify");

        // when
        press("Ctrl+Enter");

        // then
        assertThat(rows()).extracting(TaskRow::id).doesNotContain(first.id());
        assertThat(address()).startsWith("inbox/").doesNotContain(first.id());
    }

    @Test
    void whoever_is_too_late_is_told_by_whom_it_was_completed_and_keeps_the_answer() {
        // given
        String task = driver.task(amin, QUALIFY);
        logIn("mary");
        open("inbox/" + task + "?q=" + tag);
        driver.answer(amin, QUALIFY, "mike", Map.of("outcome", "disqualify"));
        logIn("mary");

        // when
        answer("outcome", "notYet");

        // then
        assertThat(_get(TaskPane.class).getElement().getTextRecursively()).contains("was completed by mike");
        assertThat(group("outcome").getValue().value()).isEqualTo("notYet");
        assertThat(group("outcome").isReadOnly()).isTrue();
    }

    @Test
    void a_task_that_a_colleague_takes_is_closed_without_moving_what_was_written() {
        // given
        String task = driver.task(amin, QUALIFY);
        logIn("mary");
        open("inbox/" + task + "?q=" + tag);
        cast.actingAs("mike");
        work.claim(task);
        logIn("mary");

        // when
        _get(InboxView.class)
                .changed(List.of(new InboxChange(InboxChange.What.ASSIGNED, task, amin, Roles.MARKETING, "mike")));

        // then
        assertThat(_get(TaskPane.class).getElement().getTextRecursively())
                .contains("Taken by mike")
                .contains("mike has this task.");
        assertThat(_find(TextArea.class, spec -> spec.withId("field-note"))).allMatch(TextArea::isReadOnly);
    }

    @Test
    void filters_stand_in_the_address_and_an_address_brings_them_back() {
        // given
        logIn("mary");

        // when
        open("inbox?source=Fair&sort=priority&q=" + tag);

        // then
        assertThat(rows()).extracting(TaskRow::lead).containsExactly("Berta Berg");
        _setValue(_get(TextField.class, spec -> spec.withPlaceholder("Search these tasks")), "nobody");
        assertThat(address()).contains("q=nobody").contains("source=Fair").contains("sort=priority");
        assertThat(_get(EmptyInbox.class).getElement().getTextRecursively()).contains("No task fits these filters");
    }

    @Test
    void a_view_is_saved_under_a_name_and_found_again() {
        // given
        logIn("mary");
        open("inbox?source=Fair&q=" + tag);

        // when
        _click(_get(Button.class, spec -> spec.withText("Save as a view")));
        _setValue(_get(TextField.class, spec -> spec.withLabel("Name")), "From the fair");
        _click(_get(Button.class, spec -> spec.withText("Save")));
        open("inbox?q=" + tag);
        _click(_get(Button.class, spec -> spec.withText("From the fair")));

        // then
        assertThat(address()).contains("source=Fair");
        assertThat(rows()).hasSize(1);
    }

    @Test
    void several_tasks_are_taken_at_once_and_given_on_together() {
        // given
        logIn("mary");
        open("inbox?q=" + tag);
        rows().forEach(row -> grid().select(row));

        // when
        press("c");

        // then
        assertThat(List.of(driver.assignee(amin, QUALIFY), driver.assignee(berg, QUALIFY)))
                .containsOnly("mary");

        // and when
        rows().forEach(row -> grid().select(row));
        press("a");
        ComboBox<Option> to = _get(InboxViewTest.<ComboBox<Option>>of(ComboBox.class), spec -> spec.withLabel("To"));
        assertThat(to.getListDataView().getItems().map(Option::value))
                .contains("mike")
                .doesNotContain("mary");
        to.setValue(new Option("mike", "mike"));
        _click(_get(Button.class, spec -> spec.withText("Assign")));

        // then
        assertThat(List.of(driver.assignee(amin, QUALIFY), driver.assignee(berg, QUALIFY)))
                .containsOnly("mike");
    }

    @Test
    void whoever_answers_nothing_is_told_why_the_list_is_empty() {
        // given
        logIn("watcher");

        // when
        open("inbox?q=" + tag);

        // then
        assertThat(_find(H2.class)).extracting(H2::getText).contains("Your roles bring no tasks");
    }

    @Test
    void whoever_manages_reps_opens_on_what_the_team_has() {
        // given
        cast.person("boss", Roles.SALES_MANAGER);
        logIn("boss");

        // when
        open("inbox");

        // then
        assertThat(scope("inbox-team").hasClassName("current")).isTrue();
        _click(scope("inbox-role"));
        assertThat(address()).contains("scope=role");
    }

    @Test
    void scopes_of_the_same_rows_are_one_and_choosing_another_keeps_the_search() {
        // given
        logIn("mary");
        open("inbox?q=" + tag);
        assertThat(_find(Button.class, spec -> spec.withId("inbox-all"))).isEmpty();

        // when
        cast.actingAs("mike");
        work.claim(driver.task(amin, QUALIFY));
        logIn("mary");
        open("inbox?source=Webinar&q=" + tag);

        // then
        assertThat(_find(EmptyInbox.class)).hasSize(1);
        _click(scope("inbox-all"));
        assertThat(address()).contains("scope=all").contains("q=" + tag).contains("source=Webinar");
        assertThat(rows()).extracting(TaskRow::lead).containsExactly("Salma Amin");
        assertThat(scope("inbox-all").getSuffixComponent().getElement().getText())
                .isEqualTo("1");
    }

    @Test
    void a_click_on_a_heading_sorts_by_it() {
        // given
        logIn("mary");
        open("inbox?q=" + tag);
        Grid.Column<TaskRow> step = grid().getColumnByKey("step");

        // when
        ComponentUtil.fireEvent(
                grid(),
                new SortEvent<Grid<TaskRow>, GridSortOrder<TaskRow>>(
                        grid(), List.of(new GridSortOrder<>(step, SortDirection.DESCENDING)), true));

        // then
        assertThat(address()).contains("sort=step").contains("down=true");
        assertThat(grid().getSortOrder())
                .extracting(GridSortOrder::getSorted, GridSortOrder::getDirection)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(step, SortDirection.DESCENDING));
    }

    private Button scope(String id) {
        return _get(Button.class, spec -> spec.withId(id));
    }

    private UUID lead(String first, String last, String source) {
        return driver.capture(Map.of(
                Field.FIRST_NAME, first,
                Field.LAST_NAME, last,
                Field.EMAIL, first + "@" + tag + ".example",
                Field.COMPANY, tag,
                Field.SOURCE, source,
                Field.PROFILE_SCORE, "20",
                Field.ACTIVITY_SCORE, "14"));
    }

    @SuppressWarnings("unchecked")
    private Grid<TaskRow> grid() {
        return _get(Grid.class);
    }

    private List<TaskRow> rows() {
        return GridKt._findAll(grid());
    }

    private TaskRow openTask() {
        return rows().stream()
                .filter(row -> address().contains(row.id()))
                .findFirst()
                .orElseThrow();
    }

    private RadioButtonGroup<Option> group(String field) {
        return _get(
                InboxViewTest.<RadioButtonGroup<Option>>of(RadioButtonGroup.class),
                spec -> spec.withId("field-" + field));
    }

    /** As a person in front of the page does it. */
    private void answer(String field, String value) {
        RadioButtonGroup<Option> group = group(field);
        Optional<Option> chosen = group.getListDataView()
                .getItems()
                .filter(each -> each.value().equals(value))
                .findFirst();
        group.setValue(chosen.orElseThrow());
        ComponentUtil.fireEvent(
                group,
                new com.vaadin.flow.component.AbstractField.ComponentValueChangeEvent<>(group, group, null, true));
    }

    private void press(String key) {
        KeyboardShortcuts keys = _get(_get(InboxView.class), KeyboardShortcuts.class);
        ComponentUtil.fireEvent(keys, new KeyboardShortcuts.Pressed(keys, true, key));
    }

    private static String address() {
        return UI.getCurrent().getInternals().getActiveViewLocation().getPathWithQueryParameters();
    }

    /** Which heading names the lead. */
    private static final class TaskPaneTitles {
        static boolean isLead(H2 title) {
            return title.getChildren().findAny().isPresent();
        }
    }
}
