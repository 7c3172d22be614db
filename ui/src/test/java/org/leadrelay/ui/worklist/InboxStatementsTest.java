package org.leadrelay.ui.worklist;

import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.AbstractField.ComponentValueChangeEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.server.communication.UidlWriter;
import java.nio.charset.StandardCharsets;
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

    /** What the card for the first talk adds: all of the lead in one, facts and signals in another. */
    private static final int MOST_FOR_THE_CARD = 2;

    private static final int MOST_BYTES_OF_THE_CARD = 12_000;

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

    @Test
    void the_card_for_the_first_talk_adds_no_more_statements_and_bytes_than_are_written_here() {
        // given a rep with hand-offs, who has folded the card
        cast.person("ada", Roles.SALES_REP);
        for (int lead = 0; lead < 6; lead++) {
            driver.capture(Map.of(
                    Field.NAME, "Grace Example",
                    Field.COMPANY, tag,
                    Field.SOURCE, "Webinar",
                    Field.PROFILE_SCORE, "19",
                    Field.ACTIVITY_SCORE, "17"));
        }
        logIn("ada");
        open("inbox");
        seen();
        press("j");
        press(OpeningPanel.FOLD);
        Cost folded = next().least(next());

        // when
        press(OpeningPanel.FOLD);
        Cost shown = next().least(next());

        // then
        System.out.println("j without a card: " + folded + ", with one: " + shown);
        assertThat(_get(OpeningPanel.class).getElement().getTextRecursively()).contains("What to leave");
        assertThat(shown.statements() - folded.statements()).isLessThanOrEqualTo(MOST_FOR_THE_CARD);
        assertThat(shown.bytes() - folded.bytes()).isLessThanOrEqualTo(MOST_BYTES_OF_THE_CARD);
    }

    /**
     * @param bytes that go to the browser, before they are compressed
     */
    private record Cost(int statements, int bytes) {

        /** A cache that is read anew now and then is not counted. */
        Cost least(Cost other) {
            return new Cost(Math.min(statements, other.statements), Math.min(bytes, other.bytes));
        }
    }

    private Cost next() {
        int[] bytes = {0};
        List<String> statements = Statements.texts(() -> {
            fire("j");
            bytes[0] = new UidlWriter()
                    .createUidl(UI.getCurrent(), false)
                    .toString()
                    .getBytes(StandardCharsets.UTF_8)
                    .length;
        });
        MockVaadin.clientRoundtrip();
        return new Cost(statements.size(), bytes[0]);
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
        fire(key);
        MockVaadin.clientRoundtrip();
    }

    private void fire(String key) {
        KeyboardShortcuts keys = _get(InboxView.class)
                .getChildren()
                .filter(KeyboardShortcuts.class::isInstance)
                .map(KeyboardShortcuts.class::cast)
                .findFirst()
                .orElseThrow();
        ComponentUtil.fireEvent(keys, new KeyboardShortcuts.Pressed(keys, true, key));
    }

    /** What a browser asks for to show the list. */
    private void seen() {
        GridKt._findAll(_get(TaskList.class).grid());
    }
}
