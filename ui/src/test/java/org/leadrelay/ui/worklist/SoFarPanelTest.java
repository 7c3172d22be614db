package org.leadrelay.ui.worklist;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Roles;
import org.leadrelay.lead.Field;
import org.leadrelay.process.JourneyDriver;
import org.leadrelay.ui.testing.ViewTest;
import org.leadrelay.worklist.TaskCommands;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What was said before stands above the form. */
@Import(JourneyDriver.class)
class SoFarPanelTest extends ViewTest {

    private static final String ANSWER = "Activity_AnswerHandOff";
    private static final String VERDICT = "Activity_GiveVerdict";

    @Autowired
    JourneyDriver driver;

    @Autowired
    TaskCommands work;

    @BeforeEach
    void people() {
        cast.person("ada", Roles.SALES_REP);
        cast.person("mary", Roles.MARKETING);
        cast.person("judge", Roles.ARBITER);
    }

    @Test
    void the_reviewer_reads_who_rejected_the_lead_why_and_in_which_words() {
        // given
        UUID lead = lead();
        reject(lead, "They only compare prices.");

        // when
        logIn("mary");
        open("inbox/" + driver.task(lead, "Activity_ReviewRejection"));

        // then
        assertThat(lines().get(0))
                .contains("Answer hand-off", "Reject", "No need that we serve", "They only compare prices.");
        assertThat(lines().get(lines().size() - 1)).contains("Came in by the interface of \"tests\"");
    }

    @Test
    void the_arbiter_reads_both_sides_and_a_link_to_the_precedent() {
        // given
        UUID before = disputed();
        driver.answer(before, VERDICT, "judge", Map.of("outcome", "close", "grounds", "Comparing is no need."));
        UUID lead = disputed();

        // when
        logIn("judge");
        open("inbox/" + driver.task(lead, VERDICT));

        // then
        String panel = panel().getElement().getTextRecursively();
        assertThat(panel)
                .contains("They only compare prices.", "They asked for an offer.", "Comparing is no need.")
                .contains("Earlier verdicts on \"No need that we serve\": ");
        assertThat(_find(panel(), Anchor.class)).extracting(Anchor::getHref).contains("lead/" + before);
        assertThat(lines()).noneMatch(each -> each.contains("They asked for an offer."));

        // and when the case is longer than its place, a click gives it all the room
        _click(_get(panel(), Button.class, spec -> spec.withText("Show all (3)")));
        assertThat(_get(panel(), Div.class, spec -> spec.withClasses("so-far-content"))
                        .hasClassName("whole"))
                .isTrue();
    }

    @Test
    void three_entries_stand_there_and_a_click_brings_the_rest() {
        // given
        UUID lead = lead();
        for (String question : List.of("Who decides?", "Which product?")) {
            String rep = driver.assignee(lead, ANSWER);
            cast.actingAs(rep);
            work.ask(driver.task(lead, ANSWER), question);
            cast.actingAsNobody();
            driver.runJobs(lead);
            driver.answer(
                    lead,
                    "Activity_AnswerQuestion",
                    "mary",
                    Map.of("outcome", "answered", "answer", "About " + question));
        }

        // when
        logIn(driver.assignee(lead, ANSWER));
        open("inbox/" + driver.task(lead, ANSWER));

        // then
        assertThat(lines()).hasSize(3);
        assertThat(lines().get(0)).contains("About Which product?");
        _click(_get(panel(), Button.class, spec -> spec.withText("Show all (5)")));
        assertThat(lines()).hasSize(5);
        assertThat(lines().get(3)).contains("Who decides?");
        _click(_get(panel(), Button.class, spec -> spec.withText("Show less")));
        assertThat(lines()).hasSize(3);
    }

    private UUID disputed() {
        UUID lead = lead();
        reject(lead, "They only compare prices.");
        driver.answer(
                lead,
                "Activity_ReviewRejection",
                "mary",
                Map.of("outcome", "dispute", "note", "They asked for an offer."));
        return lead;
    }

    private void reject(UUID lead, String note) {
        driver.answer(
                lead,
                ANSWER,
                driver.assignee(lead, ANSWER),
                Map.of("outcome", "reject", "rejectionReason", "noNeed", "note", note));
    }

    private UUID lead() {
        return driver.capture(Map.of(
                Field.FIRST_NAME, "Grace",
                Field.LAST_NAME, "Example",
                Field.COMPANY, "Example Works",
                Field.PROFILE_SCORE, "19",
                Field.ACTIVITY_SCORE, "17"));
    }

    private static Component panel() {
        return _get(SoFarPanel.class);
    }

    private static List<String> lines() {
        return _find(panel(), ListItem.class).stream()
                .filter(each -> each.getParent()
                        .flatMap(Component::getParent)
                        .flatMap(Component::getParent)
                        .filter(SoFarPanel.class::isInstance)
                        .isPresent())
                .map(each -> each.getElement().getTextRecursively())
                .toList();
    }
}
