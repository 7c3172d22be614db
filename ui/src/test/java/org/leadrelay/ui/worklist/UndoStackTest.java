package org.leadrelay.ui.worklist;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.IntegerField;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.PersonSettings;
import org.leadrelay.access.PersonSettings.PersonSetting;
import org.leadrelay.access.Roles;
import org.leadrelay.charter.Option;
import org.leadrelay.lead.Field;
import org.leadrelay.platform.Sweep;
import org.leadrelay.process.JourneyDriver;
import org.leadrelay.testing.SettableClock;
import org.leadrelay.ui.component.KeyboardShortcuts;
import org.leadrelay.ui.testing.ViewTest;
import org.leadrelay.worklist.TaskCommands;
import org.leadrelay.worklist.TaskRow;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Import;

@Import(JourneyDriver.class)
class UndoStackTest extends ViewTest {

    private static final String QUALIFY = "Activity_QualifyLead";
    private static final Duration GRACE = Duration.ofSeconds(10);

    @Autowired
    JourneyDriver driver;

    @Autowired
    TaskCommands work;

    @Autowired
    PersonSettings settings;

    @Autowired
    SettableClock clock;

    @Autowired
    @Qualifier("pendingAnswerSweep")
    Sweep sweep;

    private final List<UUID> leads = new ArrayList<>();
    private String tag = "";
    private String mary = "";
    private String first = "";
    private String second = "";

    @BeforeEach
    void twoTasksOfMary() {
        tag = "Firm" + UUID.randomUUID().toString().substring(0, 8);
        // what earlier tests left pending is others'
        mary = cast.person("undo-" + UUID.randomUUID(), Roles.MARKETING);
        cast.person("mike", Roles.MARKETING);
        first = driver.task(lead("Salma Amin"), QUALIFY);
        second = driver.task(lead("Berta Berg"), QUALIFY);
        logIn(mary);
        settings.choose(new PersonSetting(false, null, GRACE));
    }

    @Test
    void completing_goes_on_to_the_next_task_and_offers_to_undo() {
        // when
        complete(first, "disqualify");

        // then
        assertThat(toasts()).singleElement().asString().contains("Salma Amin");
        assertThat(rows()).extracting(TaskRow::id).containsExactly(second);
        assertThat(address()).startsWith("inbox/" + second);
        assertThat(driver.task(leadOf(first), QUALIFY)).isEqualTo(first);
    }

    @Test
    void undo_brings_the_form_back_as_it_was_filled_in() {
        // given
        complete(first, "disqualify");

        // when
        _click(_get(Button.class, spec -> spec.withText("Undo")));

        // then
        assertThat(toasts()).isEmpty();
        assertThat(address()).startsWith("inbox/" + first).contains(tag);
        assertThat(rows()).extracting(TaskRow::id).contains(first, second);
        assertThat(outcome().getValue().value()).isEqualTo("disqualify");
        assertThat(outcome().isReadOnly()).isFalse();
    }

    @Test
    void the_key_takes_the_last_one_back() {
        // given
        complete(first, "disqualify");
        clock.advance(Duration.ofSeconds(1));
        complete(second, "notYet");
        assertThat(toasts()).hasSize(2);

        // when
        press("u");

        // then
        assertThat(toasts()).singleElement().asString().contains("Salma Amin");
        assertThat(outcome().getValue().value()).isEqualTo("notYet");

        // when
        press("u");

        // then
        assertThat(toasts()).isEmpty();
        assertThat(outcome().getValue().value()).isEqualTo("disqualify");
    }

    @Test
    void the_offer_stands_on_every_page_until_the_answer_is_carried_out() {
        // given
        complete(first, "disqualify");

        // when
        open("settings");

        // then
        assertThat(toasts()).hasSize(1);
        assertThat(_get(IntegerField.class, spec -> spec.withId("grace")).getValue())
                .isEqualTo(10);

        // when
        _click(_get(Button.class, spec -> spec.withText("Undo")));

        // then
        assertThat(address()).isEqualTo("inbox/" + first);
        assertThat(outcome().getValue().value()).isEqualTo("disqualify");

        // when
        press("Ctrl+Enter");
        clock.advance(GRACE);
        cast.actingAsNobody();
        sweep.sweep();
        logIn(mary);
        UndoStack.look(UI.getCurrent());

        // then
        assertThat(toasts()).isEmpty();
    }

    @Test
    void a_colleague_sees_by_whom_a_task_is_being_answered() {
        // given
        work.complete(first, Map.of("outcome", "disqualify"), GRACE);
        logIn("mike");

        // when
        open("inbox/" + first + "?scope=all&q=" + tag);

        // then
        assertThat(_get(TaskPane.class).getElement().getTextRecursively())
                .contains(mary + " is answering it", mary + " is answering this task");
        assertThat(outcome().isReadOnly()).isTrue();
        assertThat(_find(Button.class, spec -> spec.withText("Release"))).isEmpty();
        assertThat(toasts()).isEmpty();
    }

    @Test
    void zero_seconds_carry_an_answer_out_at_once() {
        // given
        settings.choose(new PersonSetting(false, null, Duration.ZERO));

        // when
        complete(first, "disqualify");

        // then
        assertThat(toasts()).isEmpty();
        assertThat(driver.end(leadOf(first))).isEqualTo("disqualified");
    }

    private UUID leadOf(String task) {
        return task.equals(first) ? leads.get(0) : leads.get(1);
    }

    private UUID lead(String name) {
        UUID lead = driver.capture(Map.of(
                Field.NAME,
                name,
                Field.EMAIL,
                name.charAt(0) + "@" + tag + ".example",
                Field.COMPANY,
                tag,
                Field.PROFILE_SCORE,
                "20",
                Field.ACTIVITY_SCORE,
                "14"));
        leads.add(lead);
        return lead;
    }

    private void complete(String task, String outcome) {
        open("inbox/" + task + "?q=" + tag);
        RadioButtonGroup<Option> group = outcome();
        group.setValue(group.getListDataView()
                .getItems()
                .filter(each -> each.value().equals(outcome))
                .findFirst()
                .orElseThrow());
        rows();
        press("Ctrl+Enter");
    }

    private static List<String> toasts() {
        return _get(UndoStack.class)
                .getChildren()
                .map(each -> each.getElement().getTextRecursively())
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static List<TaskRow> rows() {
        Grid<TaskRow> grid = _get(Grid.class);
        return GridKt._findAll(grid);
    }

    private static RadioButtonGroup<Option> outcome() {
        return _get(
                UndoStackTest.<RadioButtonGroup<Option>>of(RadioButtonGroup.class),
                spec -> spec.withId("field-outcome"));
    }

    private static void press(String key) {
        KeyboardShortcuts keys = _get(_get(InboxView.class), KeyboardShortcuts.class);
        ComponentUtil.fireEvent(keys, new KeyboardShortcuts.Pressed(keys, true, key));
    }

    private static String address() {
        return UI.getCurrent().getInternals().getActiveViewLocation().getPathWithQueryParameters();
    }
}
