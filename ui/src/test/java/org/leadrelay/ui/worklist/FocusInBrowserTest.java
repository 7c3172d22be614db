package org.leadrelay.ui.worklist;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Roles;
import org.leadrelay.ui.testing.BrowserTest;

/** After everything that can be done in the inbox the focus is on the row of the task that comes next. */
class FocusInBrowserTest extends BrowserTest {

    private static final String HIDE_WITH_FOCUS = """
        within => {
            const button = [...document.querySelectorAll(`${within} vaadin-button, ${within} a[href]`)].find((each) =>
                each.getClientRects().length > 0);
            button.focus();
            button.hidden = true;
            button.style.display = 'none';
        }
        """;

    private final String company = "Firm" + UUID.randomUUID().toString().substring(0, 8);

    @AfterEach
    void answersWaitNoMore() {
        grace(Roles.MARKETING, "PT0S");
    }

    @Test
    void after_bulk_actions_comments_facts_and_undo_the_focus_is_on_the_row() {
        // given
        for (int lead = 0; lead < 6; lead++) {
            captured(company, 20, 14);
        }
        grace(Roles.MARKETING, "PT30S");
        Keyboard keys = begins(Roles.MARKETING);

        // when two are taken at once, and given back at once
        keys.press("x", "j").isAt("row").press("x", "c").isAt("row");
        assertThat(page.locator(".holder")).containsText("Taken by you");
        assertThat(bulk()).isHidden();
        keys.press("x", "k").isAt("row").press("x", "r").isAt("row");
        assertThat(page.locator(".holder")).not().containsText("Taken by you");
        assertThat(bulk()).isHidden();

        // and when one is taken and given back
        keys.press("c").isAt("row");
        assertThat(page.locator(".holder")).containsText("Taken by you");
        keys.press("r").isAt("row");
        assertThat(page.locator(".holder")).not().containsText("Taken by you");

        // and when something is said about the lead, which completes nothing
        String open = page.url();
        keys.press("m").isAt("textarea").type("Called twice.").press("Control+Enter");
        assertThat(page.locator(".comments .said-words")).hasText("Called twice.");
        keys.isAt("row");
        assertThat(page).hasURL(open);

        // and when a fact is corrected
        keys.press("e").isAt("dialog").type("Source");
        assertThat(page.locator("vaadin-combo-box-item:not([hidden])")).hasCount(1);
        keys.press("ArrowDown", "Enter");
        page.waitForCondition(() -> page.locator("vaadin-dialog-overlay vaadin-text-field:not([disabled])")
                        .count()
                > 0);
        keys.type("Head of buying").press("Control+Enter");
        assertThat(page.locator("vaadin-dialog-overlay")).hasCount(0);
        keys.isAt("row");

        // and when an answer is taken back, by its key and in its message
        keys.press("3", "3");
        page.waitForCondition(() -> !page.url().equals(open));
        keys.isAt("row").press("u");
        page.waitForURL(open);
        keys.isAt("row");
        keys.press("3");
        page.waitForCondition(() -> !page.url().equals(open));
        keys.isAt("row");
        page.locator(".undo-toast vaadin-button").click();
        page.waitForURL(open);
        keys.isAt("row");

        // and when the selection is given up
        keys.press("x");
        assertThat(bulk()).isVisible();
        bulk().locator("vaadin-button", new Locator.LocatorOptions().setHasText("Clear selection"))
                .click();
        keys.isAt("row");
    }

    @Test
    void what_is_given_to_somebody_else_makes_room_for_the_next() {
        // given
        for (int lead = 0; lead < 4; lead++) {
            captured(company, 20, 14);
        }
        Keyboard keys = begins(Roles.MARKETING);
        keys.press("c").isAt("row");
        assertThat(page.locator(".holder")).containsText("Taken by you");
        String given = page.url();

        // when
        gives(keys, "Moritz");

        // then the next task is open
        page.waitForCondition(() -> !page.url().equals(given));
        keys.isAt("row");
        listed(3);

        // and when two are given at once, that of the open task among them
        keys.press("c").isAt("row").press("j").isAt("row").press("c").isAt("row");
        assertThat(page.locator(".holder")).containsText("Taken by you");
        keys.press("x", "k").isAt("row").press("x");
        assertThat(bulk()).containsText("2");
        String second = page.url();
        gives(keys, "Moritz");

        // then
        page.waitForCondition(() -> !page.url().equals(second));
        listed(1);
        keys.isAt("row");
    }

    @Test
    void a_rep_who_has_asked_is_on_the_row() {
        // given
        String rep = owner(captured(company, 20, 17));
        Keyboard keys = begins(rep);

        // when
        keys.press("q").isAt("dialog").type("Who signs?").press("Control+Enter");

        // then
        assertThat(page.locator("vaadin-dialog-overlay")).hasCount(0);
        keys.isAt("row");
        page.waitForCondition(() ->
                get(Roles.MARKETING, "api/tasks?q=" + company).get("items").size() == 1);
    }

    @Test
    void what_is_hidden_while_it_has_the_focus_gives_it_to_the_row_and_elsewhere_to_the_place() {
        // given
        captured(company, 20, 14);
        Keyboard keys = begins(Roles.MARKETING);
        keys.press("x");
        assertThat(bulk()).isVisible();

        // when nothing else of the page changes
        page.evaluate(HIDE_WITH_FOCUS, ".bulk");

        // then
        keys.isAt("row");

        // and when on a page without rows
        page.navigate(address("charter"));
        page.locator(".charter-document h2").first().waitFor();
        page.evaluate(HIDE_WITH_FOCUS, ".lr-main");

        // then
        page.waitForCondition(() ->
                page.evaluate("document.activeElement.className").toString().contains("lr-main"));
    }

    private Keyboard begins(String login) {
        logIn(login);
        page.navigate(address("inbox?q=" + company));
        return new Keyboard(page).inbox().press("j").isAt("row");
    }

    private void gives(Keyboard keys, String name) {
        keys.press("a").isAt("dialog").type(name);
        assertThat(page.locator("vaadin-combo-box-item:not([hidden])")).hasCount(1);
        keys.press("ArrowDown", "Enter", "Control+Enter");
    }

    private Locator bulk() {
        return page.locator(".bulk");
    }

    private void listed(int tasks) {
        page.waitForFunction("count => document.querySelector('.task-list vaadin-grid')?.size === count", tasks);
    }

    private void grace(String login, String wait) {
        put(login, "api/me/settings", Map.of("grace", wait));
    }
}
