package org.leadrelay.ui.worklist;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Roles;
import org.leadrelay.lead.Field;
import org.leadrelay.lead.Signal;
import org.leadrelay.opening.Plays;
import org.leadrelay.process.JourneyDriver;
import org.leadrelay.testing.LapRows;
import org.leadrelay.testing.OwnDatabase;
import org.leadrelay.testing.SettableClock;
import org.leadrelay.testing.Statements;
import org.leadrelay.ui.component.KeyboardShortcuts;
import org.leadrelay.ui.testing.ViewTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The card for the first talk with a lead, above its form. */
@OwnDatabase
@Import(JourneyDriver.class)
class OpeningPanelTest extends ViewTest {

    private static final String ANSWER = "Activity_AnswerHandOff";
    private static final int MOST_LINES = 9;

    @Autowired
    JourneyDriver driver;

    @Autowired
    Plays plays;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    private String source = "";

    @BeforeEach
    void people() {
        source = "Source" + UUID.randomUUID().toString().substring(0, 8);
        jdbc.sql("delete from play_vote").update();
        jdbc.sql("delete from play_count").update();
        jdbc.sql("delete from inbox_layout").update();
        cast.person("ada", Roles.SALES_REP);
        cast.person("mary", Roles.MARKETING);
        cast.person(JourneyDriver.MARKETER, Roles.MARKETING);
    }

    @Test
    void it_says_in_at_most_nine_lines_what_a_rep_should_know() {
        // given
        UUID lead = handedOver();
        driver.engage(lead, Signal.Kind.DOWNLOAD);
        LapRows laps = new LapRows(jdbc);
        Instant handed = clock.instant().minusSeconds(120L * 24 * 3600);
        for (int lap = 0; lap < 30; lap++) {
            UUID alike = UUID.randomUUID();
            laps.of(alike, source, handed).accepted().add();
            jdbc.sql("update lap_fact set contacted_at = case when :lap < 15 then accepted_at + interval '1 hour' end,"
                            + " laps = 2, left_at = accepted_at + interval '2 days' where lead_id = :lead")
                    .param("lap", lap)
                    .param("lead", alike)
                    .update();
        }

        // when
        openedBy("ada", lead);

        // then
        assertThat(text())
                .contains("How to open", "Downloaded something, Mon 2 Mar 2026")
                .contains("something to read. Not for: an answer, a meeting.")
                .contains("The ideal client, well on the way: a rep should be there early.")
                .contains("From what they read to their plan", "Do not ask for the order")
                .contains("A3 from " + source + ": reached at the first attempt between 3 and 7 of 10 (50%, 15 of 30);")
                .contains("Won in a later lap, of those that went back for one: at most 12 of 100 (0%, 0 of 30).");
        assertThat(lines()).isEqualTo(MOST_LINES);
    }

    @Test
    void who_folds_it_finds_it_folded_at_the_next_task_and_nothing_is_read_for_it() {
        // given
        UUID first = handedOver();
        UUID second = handedOver();
        openedBy("ada", first);
        assertThat(lines()).isPositive();

        // when
        press(OpeningPanel.FOLD);

        // then
        assertThat(lines()).isZero();
        List<String> statements = Statements.texts(() -> open("inbox/" + driver.task(second, ANSWER)));
        assertThat(lines()).isZero();
        assertThat(statements).noneMatch(each -> each.contains("play_vote"));

        // and on another page, until it is unfolded by a click
        MockVaadin.tearDown();
        openBrowserlessPage();
        openedBy("ada", first);
        assertThat(lines()).isZero();
        _click(_get(panel(), Button.class, spec -> spec.withText("Show")));
        assertThat(lines()).isPositive();
        assertThat(_get(panel(), Button.class, spec -> spec.withText("Hide"))
                        .getElement()
                        .getAttribute("aria-expanded"))
                .isEqualTo("true");
    }

    @Test
    void one_key_says_that_it_helped_another_that_it_did_not_and_the_tables_page_counts_by_play() {
        // given
        UUID lead = handedOver();
        openedBy("ada", lead);

        // when
        press(OpeningPanel.HELPED);
        press(OpeningPanel.HELPED);

        // then
        assertThat(pressed("Helped")).isEqualTo("true");
        assertThat(text()).contains("without your name");
        assertThat(counted()).containsExactly("earnTheTalk 1 of 1");

        // and when the other is pressed
        press(OpeningPanel.NOT_HELPED);

        // then
        assertThat(pressed("Helped")).isEqualTo("false");
        assertThat(pressed("Did not help")).isEqualTo("true");
        assertThat(counted()).containsExactly("earnTheTalk 0 of 1");

        // and whoever may read the process reads it there, in words from twenty on
        jdbc.sql("update play_count set votes = 19, helped = 12").update();
        logIn("mary");
        open("process?show=tables");
        assertThat(page()).contains("Earn the talk", "12 of 19").doesNotContain("of 10 (");
        jdbc.sql("update play_count set votes = 20").update();
        UI.getCurrent().navigate("");
        open("process?show=tables");
        assertThat(page()).contains("between 3 and 8 of 10 (60%, 12 of 20)").contains("nobody has said");
    }

    @Test
    void it_is_said_in_the_language_of_who_reads() {
        // given
        UUID lead = handedOver();
        UI.getCurrent().setLocale(Locale.GERMANY);

        // when
        openedBy("ada", lead);

        // then
        assertThat(text())
                .contains("So beginnen", "Sich das Gespräch verdienen", "Das lassen", "Um nichts.")
                .contains("Der ideale Kunde, schon gut unterwegs: Der Vertrieb sollte früh da sein.");
    }

    @Test
    void other_tasks_have_none_and_its_keys_do_nothing_there() {
        // given
        UUID early = driver.capture(Map.of(
                Field.NAME, "Grace Example",
                Field.COMPANY, "Example Works",
                Field.PROFILE_SCORE, "19",
                Field.ACTIVITY_SCORE, "14"));
        logIn("mary");
        open("inbox/" + driver.task(early, "Activity_QualifyLead"));

        // when
        press(OpeningPanel.FOLD);
        press(OpeningPanel.HELPED);

        // then
        assertThat(_find(OpeningPanel.class)).isEmpty();
        assertThat(counted()).isEmpty();
        assertThat(jdbc.sql("select count(*) from inbox_layout")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private List<String> counted() {
        return plays.results(Locale.ENGLISH).stream()
                .filter(each -> each.votes() > 0)
                .map(each -> each.play().id() + " " + each.helped() + " of " + each.votes())
                .toList();
    }

    private static String page() {
        return _get(Div.class, spec -> spec.withClasses("plays")).getElement().getTextRecursively();
    }

    private static String text() {
        return panel().getElement().getTextRecursively();
    }

    /** What is said of a lead: a list counts by its entries, and the name of a play stands before its first. */
    private static long lines() {
        return panel().getElement()
                .getChildren()
                .filter(each -> "opening-content".equals(each.getAttribute("id")) && each.isVisible())
                .flatMap(each -> each.getChildren())
                .filter(each -> each.getClassList().contains("opening-line"))
                .mapToLong(each -> Math.max(1, entries(each)))
                .sum();
    }

    private static long entries(Element line) {
        return !line.isTextNode() && line.getTag().equals("li")
                ? 1
                : line.getChildren().mapToLong(OpeningPanelTest::entries).sum();
    }

    private static String pressed(String button) {
        return _get(panel(), Button.class, spec -> spec.withText(button))
                .getElement()
                .getAttribute("aria-pressed");
    }

    private static OpeningPanel panel() {
        return _get(OpeningPanel.class);
    }

    private void openedBy(String login, UUID lead) {
        logIn(login);
        open("inbox/" + driver.task(lead, ANSWER));
    }

    private UUID handedOver() {
        return driver.capture(Map.of(
                Field.NAME, "Grace Example",
                Field.COMPANY, "Example Works",
                Field.SOURCE, source,
                Field.PROFILE_SCORE, "19",
                Field.ACTIVITY_SCORE, "17"));
    }

    private static void press(String key) {
        KeyboardShortcuts keys = _get(InboxView.class)
                .getChildren()
                .filter(KeyboardShortcuts.class::isInstance)
                .map(KeyboardShortcuts.class::cast)
                .findFirst()
                .orElseThrow();
        ComponentUtil.fireEvent(keys, new KeyboardShortcuts.Pressed(keys, true, key));
        MockVaadin.clientRoundtrip();
    }
}
