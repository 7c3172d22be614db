package org.leadrelay.ui.worklist;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.leadrelay.ui.testing.BrowserTest;

/** Leads on their whole way, through the inboxes of everybody who has a say. */
class JourneyInBrowserTest extends BrowserTest {

    private static final double UNTIL_JOBS_HAVE_RUN = 30_000;
    private static final Pattern OWNER = Pattern.compile("\"owner\":\"([a-z0-9.-]+)\"");
    private static final Pattern ID = Pattern.compile("\"leadId\":\"([0-9a-f-]+)\"");

    @Test
    void a_lead_goes_from_captured_to_won_through_all_inboxes() {
        // given
        String name = "Wilma" + suffix();
        String lead = capture(name);

        // when
        logIn("marketing");
        qualify(name);
        logOut();
        logIn(owner(lead));
        answer("Answer hand-off", name, "Accept");
        answer("Make contact", name, "Reached", "Call");
        answer("Decide outcome", name, "Won");

        // then
        page.navigate(address("lead/" + lead));
        assertThat(page.locator(".lead-ended")).hasText("won");
        screenshot("won");
    }

    @Test
    void a_rejected_lead_is_disputed_judged_and_goes_another_lap() {
        // given
        String name = "Rita" + suffix();
        String lead = capture(name);
        logIn("marketing");
        qualify(name);
        logOut();

        // when
        logIn(owner(lead));
        openTask("Answer hand-off", name);
        choose("Reject");
        page.getByLabel("Why is it rejected?").first().waitFor();
        firstReason();
        complete();
        logOut();
        logIn("marketing");
        openTask("Review rejection", name);
        choose("Dispute");
        page.getByLabel("Note, and the grounds of a dispute").fill("All questions were answered.");
        complete();
        logOut();
        logIn("arbiter");
        openTask("Give verdict", name);
        choose("Recycle");
        page.getByLabel("Grounds").fill("The need is there, the time is not.");
        complete();

        // then
        page.navigate(address("lead/" + lead));
        assertThat(page.locator(".lead-about"))
                .containsText(
                        "lap 2",
                        new LocatorAssertions.ContainsTextOptions()
                                .setTimeout(UNTIL_JOBS_HAVE_RUN));
        screenshot("lap-2");
    }

    @Test
    void half_an_answer_survives_a_reload_and_back_returns_to_the_list() {
        // given
        String name = "Dora" + suffix();
        capture(name);
        logIn("marketing");
        openTask("Qualify lead", name);

        // when
        page.getByLabel("What was said").fill("Calls back on Monday");
        assertThat(page.locator(".saved")).hasText("Draft saved");
        page.reload();

        // then
        assertThat(page.getByLabel("What was said")).hasValue("Calls back on Monday");
        assertThat(page.locator(".holder")).hasText("Taken by you");
        page.goBack();
        assertThat(page.locator(".task-form")).hasCount(0);
        assertThat(page).hasURL(Pattern.compile("q=" + name));
    }

    @Test
    void a_colleague_sees_a_task_being_taken_without_reloading() {
        // given
        String name = "Lena" + suffix();
        capture(name);
        logIn("marketing");
        openTask("Qualify lead", name);
        Page other = anotherPage();
        logIn(other, "marketing-2");
        other.navigate(page.url());
        other.locator(".task-form").waitFor();

        // when
        choose("Not yet");

        // then
        assertThat(other.locator(".holder")).containsText("Mara Lindqvist");
        other.context().close();
    }

    @Test
    void inbox_task_and_lead_have_no_serious_barrier_wide_and_narrow_light_and_dark() {
        // given
        String name = "Axel" + suffix();
        String lead = capture(name);
        logIn("marketing");
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : new int[] {1440, 390}) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                page.setViewportSize(width, 900);
                String look = "-" + scheme.name().toLowerCase(Locale.ROOT) + "-" + width;

                // when, then
                page.navigate(address("inbox"));
                page.locator("lr-due").first().waitFor();
                noBarrier("inbox" + look);
                openTask("Qualify lead", name);
                noBarrier("task" + look);
                page.navigate(address("lead/" + lead));
                page.locator("lr-bpmn-diagram[drawn]").waitFor();
                noBarrier("lead" + look);
            }
        }
    }

    private void noBarrier(String picture) {
        screenshot(picture);
        assertThat(new AxeBuilder(page).analyze().getViolations())
                .as(picture)
                .filteredOn(each -> List.of("serious", "critical").contains(each.getImpact()))
                .isEmpty();
    }

    private void qualify(String name) {
        openTask("Qualify lead", name);
        choose("Sales-ready");
        choose("Yes");
        choose("Within a month");
        choose("Decides");
        complete();
    }

    private void answer(String step, String name, String... choices) {
        openTask(step, name);
        List.of(choices).forEach(this::choose);
        complete();
    }

    /** Waits for the task in the list, which comes there by itself, and opens it. */
    private void openTask(String step, String name) {
        page.navigate(address("inbox?q=" + name));
        Locator row =
                page.locator("vaadin-grid-cell-content")
                        .filter(new Locator.FilterOptions().setHasText(step));
        row.first().waitFor(new Locator.WaitForOptions().setTimeout(UNTIL_JOBS_HAVE_RUN));
        row.first().click();
        page.locator(".task-form").waitFor();
        assertThat(page.locator(".task-step")).hasText(step);
    }

    private void choose(String label) {
        page.locator(".task-form")
                .getByLabel(label, new Locator.GetByLabelOptions().setExact(true))
                .first()
                .check();
    }

    private void firstReason() {
        Locator group = page.locator("#field-rejectionReason");
        if (group.locator("vaadin-radio-button").count() > 0) {
            group.locator("input[type=radio]").first().check();
        } else {
            group.locator("input").click();
            page.locator("vaadin-combo-box-item").first().click();
        }
    }

    private void complete() {
        page.locator("#complete").click();
        page.locator("vaadin-notification-card[theme~=success]").first().waitFor();
    }

    private String capture(String name) {
        Map<String, String> fields =
                Map.ofEntries(
                        Map.entry("firstName", name),
                        Map.entry("lastName", "Winter"),
                        Map.entry("email", name + "@winter.example"),
                        Map.entry("phone", "+49 30 90182099"),
                        Map.entry("company", "Winter Foods"),
                        Map.entry("title", "Controller"),
                        Map.entry("country", "Denmark"),
                        Map.entry("source", "Webinar"),
                        Map.entry("mailConsent", "yes"),
                        Map.entry("callConsent", "yes"),
                        Map.entry("visits", "4"),
                        Map.entry("profileScore", "20"),
                        Map.entry("activityScore", "14"));
        APIResponse answer =
                page.request()
                        .post(
                                address("api/leads"),
                                as("marketing")
                                        .setHeader("Idempotency-Key", UUID.randomUUID().toString())
                                        .setData(fields));
        return group(ID, answer.text());
    }

    /** The rep who was chosen; choosing is a job of the engine. */
    private String owner(String lead) {
        page.waitForCondition(
                () -> OWNER.matcher(card(lead)).find(),
                new Page.WaitForConditionOptions().setTimeout(UNTIL_JOBS_HAVE_RUN));
        return group(OWNER, card(lead));
    }

    private String card(String lead) {
        return page.request().get(address("api/leads/" + lead), as("marketing")).text();
    }

    private static String group(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        assertThat(found.find()).as(text).isTrue();
        return found.group(1);
    }

    private static RequestOptions as(String login) {
        String credentials =
                Base64.getEncoder()
                        .encodeToString((login + ":demo").getBytes(StandardCharsets.UTF_8));
        return RequestOptions.create().setHeader("Authorization", "Basic " + credentials);
    }

    private static String suffix() {
        return UUID.randomUUID().toString().substring(0, 8);
    }
}
