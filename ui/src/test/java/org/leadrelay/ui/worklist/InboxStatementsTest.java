package org.leadrelay.ui.worklist;

import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.AbstractField.ComponentValueChangeEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Mandate;
import org.leadrelay.access.Mandates;
import org.leadrelay.access.PersonSettings;
import org.leadrelay.access.Roles;
import org.leadrelay.charter.Option;
import org.leadrelay.lead.Field;
import org.leadrelay.process.JourneyDriver;
import org.leadrelay.testing.OwnDatabase;
import org.leadrelay.testing.Statements;
import org.leadrelay.ui.component.KeyboardShortcuts;
import org.leadrelay.ui.testing.ViewTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/**
 * What a key of the inbox costs the database, in statements: the ends of transactions included, and without what comes
 * later of itself, the story that comes into view and the bell.
 */
@OwnDatabase
@Import(JourneyDriver.class)
class InboxStatementsTest extends ViewTest {

    /** What it takes today, with one or two to spare. Who adds one says here why. */
    private static final int MOST_FOR_NEXT = 30;

    private static final int MOST_FOR_COMPLETING = 48;

    @Autowired
    JourneyDriver driver;

    @Autowired
    Mandates mandates;

    @Autowired
    PersonSettings settings;

    private String tag = "";

    @BeforeEach
    void leadsToQualify() {
        tag = "Firm" + UUID.randomUUID().toString().substring(0, 8);
        cast.person("mary", Roles.MARKETING);
        cast.person("boss", Roles.ADMINISTRATOR);
        cast.actingAs("boss");
        mandates.give(Mandate.HEAD_OF_MARKETING, null, Set.of("mary"), null);
        for (int lead = 0; lead < 6; lead++) {
            driver.capture(Map.of(
                    Field.FIRST_NAME,
                    "Salma",
                    Field.LAST_NAME,
                    "Amin",
                    Field.EMAIL,
                    UUID.randomUUID() + "@example.org",
                    Field.COMPANY,
                    tag,
                    Field.SOURCE,
                    "Webinar",
                    Field.PROFILE_SCORE,
                    "20",
                    Field.ACTIVITY_SCORE,
                    "14"));
        }
        logIn("mary");
        settings.choose(new PersonSettings.PersonSetting(false, null, Duration.ofSeconds(10)));
        open("inbox");
        seen();
        press("j");
        press("j");
    }

    @Test
    void the_next_task_costs_no_more_statements_than_are_written_here() {
        // when
        List<String> statements = Statements.texts(() -> press("j"));

        System.out.println("j: " + statements.size() + " statements");
        assertThat(statements).hasSizeLessThanOrEqualTo(MOST_FOR_NEXT);
    }

    @Test
    void completing_costs_no_more_statements_than_are_written_here() {
        // given
        answer();
        press("Ctrl+Enter");
        answer();

        // when
        List<String> statements = Statements.texts(() -> press("Ctrl+Enter"));

        System.out.println("Complete: " + statements.size() + " statements");
        assertThat(statements).hasSizeLessThanOrEqualTo(MOST_FOR_COMPLETING);
    }

    /** Takes the task with an outcome that needs nothing else. */
    private void answer() {
        RadioButtonGroup<Option> outcomes = _get(of(RadioButtonGroup.class), spec -> spec.withId("field-outcome"));
        outcomes.setValue(outcomes.getListDataView().getItem(2));
        ComponentUtil.fireEvent(outcomes, new ComponentValueChangeEvent<>(outcomes, outcomes, null, true));
        MockVaadin.clientRoundtrip();
        seen();
    }

    private void press(String key) {
        KeyboardShortcuts keys = _get(InboxView.class)
                .getChildren()
                .filter(KeyboardShortcuts.class::isInstance)
                .map(KeyboardShortcuts.class::cast)
                .findFirst()
                .orElseThrow();
        ComponentUtil.fireEvent(keys, new KeyboardShortcuts.Pressed(keys, true, key));
        MockVaadin.clientRoundtrip();
    }

    /** What a browser asks for to show the list. */
    private void seen() {
        GridKt._findAll(_get(TaskList.class).grid());
    }
}
