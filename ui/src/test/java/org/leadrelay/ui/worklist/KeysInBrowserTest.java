package org.leadrelay.ui.worklist;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Roles;
import org.leadrelay.ui.testing.BrowserTest;

/** Every key of the inbox, and where the focus is afterwards. */
class KeysInBrowserTest extends BrowserTest {

    private static final int PHONE = 390;

    private final String company = "Firm" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void after_every_key_the_focus_is_where_the_next_one_is_pressed() {
        // given
        for (int lead = 0; lead < 5; lead++) {
            captured(company, 20, 14);
        }
        logIn(Roles.MARKETING);
        page.navigate(address("inbox?q=" + company));
        Keyboard keys = new Keyboard(page);
        keys.inbox().press("j").isAt("row");

        // then moving, taking and giving back stay on the row
        for (String key : List.of("j", "k", "ArrowDown", "ArrowUp", "c", "r", "x", "Escape")) {
            keys.press(key).isAt("row");
        }

        // and the form is entered and left again
        for (String key : List.of("Enter", "Tab")) {
            keys.press(key).isAt("field-outcome").press("Escape").isAt("row");
        }

        // and dialogs give the focus back
        for (String key : List.of("?", "Control+k", "/", "e")) {
            keys.press(key);
            assertThat(page.locator("dialog[open], vaadin-dialog-overlay[opened]"))
                    .hasCount(1);
            keys.press("Escape").isAt("row");
        }
        keys.press("c").isAt("row");
        assertThat(page.locator(".holder")).containsText("Taken by you");
        keys.press("a");
        page.waitForCondition(() -> !keys.focus().equals("row"));
        keys.press("Escape", "Escape").isAt("row");

        // and an outcome is pressed from the row, shows at once, and completes
        String first = page.url();
        keys.press("3");
        assertThat(page.locator("#field-outcome vaadin-radio-button[checked]")).containsText("Disqualify");
        keys.isAt("row").press("3");
        page.waitForCondition(() -> !page.url().equals(first));
        keys.isAt("row");
        String second = page.url();
        keys.press("3", "Control+Enter");
        page.waitForCondition(() -> !page.url().equals(second));
        keys.isAt("row");

        // and one that needs more leads to what is missing
        keys.press("1").isAt("field-need").press("1").isAt("field-timeframe").press("Escape");
        keys.isAt("row");

        // and places are two keys away
        keys.press("g", "l");
        assertThat(page.locator("h1")).hasText("Leads");
        assertThat(keys.focus()).isNotEqualTo("body");
        keys.press("g", "i");
        assertThat(page.locator(".task-list")).isVisible();
        page.waitForCondition(() -> !keys.focus().equals("body"));
    }

    @Test
    void a_key_pressed_before_the_last_one_was_answered_means_the_task_that_is_open_then() {
        // given
        for (int lead = 0; lead < 4; lead++) {
            captured(company, 20, 14);
        }
        logIn(Roles.MARKETING);
        page.navigate(address("inbox?q=" + company));
        Keyboard keys = new Keyboard(page);
        page.waitForFunction("() => document.querySelector('.task-list vaadin-grid')?.size === 4");
        keys.inbox().press("j").isAt("row");

        // when three tasks are completed in one go
        keys.press("3", "3", "3", "3", "3", "3");

        // then
        page.waitForFunction("() => document.querySelector('.task-list vaadin-grid')?.size === 1");
        keys.isAt("row");
        assertThat(get(Roles.MARKETING, "api/tasks?q=" + company).get("items")).hasSize(1);
    }

    @Test
    void outcomes_are_buttons_that_fit_a_phone() {
        // given
        captured(company, 20, 14);
        logIn(Roles.MARKETING);
        page.navigate(address("inbox?q=" + company));
        new Keyboard(page).inbox().press("j").sees("Qualify lead");

        // when
        page.setViewportSize(PHONE, 844);

        // then
        assertThat(page.locator("#field-outcome vaadin-radio-button")).hasCount(3);
        assertThat(page.evaluate("() => [...document.querySelectorAll('#field-outcome vaadin-radio-button')]"
                        + ".every(each => each.getBoundingClientRect().right <= innerWidth)"))
                .isEqualTo(true);
        assertNoBarrier();
        page.setViewportSize(1440, 900);
    }

    @Test
    void the_palette_finds_leads_places_and_actions() {
        // given
        captured(company, 20, 14);
        logIn(Roles.MARKETING);
        page.navigate(address("inbox?q=" + company));
        Keyboard keys = new Keyboard(page);
        keys.inbox().press("j").sees("Qualify lead");

        // when
        keys.press("Control+k");

        // then
        assertThat(page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("Complete: Disqualify")))
                .isVisible();
        assertNoBarrier();

        // and when a lead is typed
        keys.type(company);
        assertThat(page.locator("lr-palette [role=option]").first()).containsText("Salma Amin");
        keys.press("Enter");

        // then
        page.waitForURL("**/lead/**");
        assertThat(page.locator(".lead-story")).isVisible();

        // and a place
        keys.press("Control+k").type("prom").press("Enter");
        assertThat(page.locator("h1")).hasText("Promises");
    }
}
