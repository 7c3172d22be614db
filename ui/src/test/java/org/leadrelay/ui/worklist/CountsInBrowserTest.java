package org.leadrelay.ui.worklist;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Roles;
import org.leadrelay.ui.testing.BrowserTest;

/** The numbers beside the scopes and on the bell are what one finds behind them, live and after each action. */
class CountsInBrowserTest extends BrowserTest {

    private static final String COLLEAGUE = "marketing-2";

    private final String company = "Firm" + UUID.randomUUID().toString().substring(0, 8);

    @AfterEach
    void answersWaitNoMore() {
        put(Roles.MARKETING, "api/me/settings", Map.of("grace", "PT0S"));
    }

    @Test
    void each_count_is_what_its_scope_lists_after_every_action() {
        // given
        for (int lead = 0; lead < 6; lead++) {
            captured(company, 20, 14);
        }
        put(Roles.MARKETING, "api/me/settings", Map.of("grace", "PT30S"));
        logIn(Roles.MARKETING);
        page.navigate(address("inbox?q=" + company));
        Keyboard keys = new Keyboard(page).inbox().press("j").isAt("row");
        agree(6, 0);

        // when, and then each time
        keys.press("c").isAt("row");
        agree(6, 1);
        keys.press("x", "j").isAt("row").press("x", "c").isAt("row");
        agree(6, 2);
        keys.press("3", "3");
        agree(5, 1);
        keys.press("u");
        agree(6, 2);
        keys.isAt("row").press("r").isAt("row");
        agree(6, 1);

        // and what a colleague does is counted as it happens
        String task = free();
        post(COLLEAGUE, "api/tasks/" + task + "/claim", Map.of());
        counts("role", 5);
        post(COLLEAGUE, "api/tasks/" + task + "/release", Map.of());
        agree(6, 1);
        captured(company, 20, 14);
        agree(7, 1);

        // and each scope lists what it counts
        for (String scope : List.of("mine", "role", "all")) {
            page.locator("#inbox-" + scope).click();
            listed(Integer.parseInt(page.locator("#inbox-" + scope + " .count").textContent()));
        }
    }

    @Test
    void the_bell_counts_what_is_unread_and_no_more_once_its_cause_is_gone() {
        // given a rep who has asked
        String lead = captured(company, 20, 17);
        String rep = owner(lead);
        post(rep, "api/tasks/" + task(rep) + "/ask", Map.of("question", "Who signs?"));
        logIn(rep);
        page.navigate(address("notices"));
        page.locator(".notices-view .notice-open, .notices-view p").first().waitFor();
        int before = bell();

        // when marketing answers
        page.waitForCondition(() ->
                get(Roles.MARKETING, "api/tasks?q=" + company).get("items").size() == 1);
        post(
                Roles.MARKETING,
                "api/tasks/" + task(Roles.MARKETING) + "/complete",
                Map.of("answers", Map.of("outcome", "answered", "answer", "Their head of buying.")));

        // then
        page.waitForCondition(() -> bell() == before + 1);
        page.waitForCondition(() -> unread(rep) == bell());

        // and when the rep opens the task, on which the answer stands
        page.navigate(address("inbox/" + task(rep)));

        // then
        page.waitForCondition(() -> bell() == before);
        page.waitForCondition(() -> unread(rep) == bell());
    }

    private void agree(int role, int mine) {
        counts("role", role);
        listed(role);
        if (mine > 0) {
            counts("mine", mine);
        }
    }

    private void counts(String scope, int tasks) {
        assertThat(page.locator("#inbox-" + scope + " .count")).hasText(String.valueOf(tasks));
    }

    private void listed(int tasks) {
        page.waitForFunction("count => document.querySelector('.task-list vaadin-grid')?.size === count", tasks);
    }

    private int bell() {
        return page.locator(".bell-number:visible").allTextContents().stream()
                .mapToInt(Integer::parseInt)
                .sum();
    }

    private int unread(String login) {
        return get(login, "api/notices?unread=true").get("total").asInt();
    }

    private String task(String login) {
        return get(login, "api/tasks?q=" + company).at("/items/0/id").asText();
    }

    /** One that nobody has. */
    private String free() {
        for (JsonNode each : get(Roles.MARKETING, "api/tasks?q=" + company).get("items")) {
            if (each.get("assignee").isNull()) {
                return each.get("id").asText();
            }
        }
        throw new AssertionError("every task is somebody's");
    }
}
