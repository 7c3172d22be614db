package org.leadrelay.ui.worklist;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.leadrelay.ui.testing.BrowserTest;

/** The card for the first talk by keyboard alone, on a desk and on a phone. */
class OpeningInBrowserTest extends BrowserTest {

    private static final int PHONE = 390;

    private final String company = "Firm" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void keys_fold_the_card_and_say_whether_it_helped_and_the_focus_stays_on_the_row() {
        // given
        String lead = captured(company, 20, 17);
        logInInEnglish(owner(lead));
        page.navigate(address("inbox?q=" + company));
        Keyboard keys = new Keyboard(page);
        keys.inbox().press("j").sees("Answer hand-off");
        Locator card = page.locator("#opening");
        assertThat(card).containsText("Earn the talk");
        assertNoBarrier();
        Locator helped = card.locator("vaadin-button[aria-pressed]");

        // when
        keys.press("h");

        // then
        assertThat(helped.nth(0)).hasAttribute("aria-pressed", "true");
        keys.isAt("row").press("n");
        assertThat(helped.nth(0)).hasAttribute("aria-pressed", "false");
        assertThat(helped.nth(1)).hasAttribute("aria-pressed", "true");
        keys.isAt("row");
        assertThat(card.locator("[role=status]")).containsText("without your name");

        // and when it is folded it stays so after a reload
        keys.press("o");
        assertThat(card.getByText("Earn the talk")).isHidden();
        keys.isAt("row");
        page.reload();
        assertThat(card.locator("h3")).isVisible();
        assertThat(card.getByText("Earn the talk")).isHidden();
        keys.inbox().press("o");
        assertThat(card).containsText("Earn the talk");
        assertThat(helped.nth(1)).hasAttribute("aria-pressed", "true");

        // and the keys are told
        keys.press("?");
        assertThat(page.locator("dialog[open], vaadin-dialog-overlay[opened]"))
                .containsText("How to open: this did not help");
        keys.press("Escape");
    }

    @Test
    void the_outcomes_below_it_are_in_sight_without_scrolling_however_much_was_said() {
        // given
        String lead = captured(company, 20, 17);
        logInInEnglish(owner(lead));
        page.navigate(address("inbox?q=" + company));
        new Keyboard(page).inbox().press("j").sees("Answer hand-off");
        assertThat(page.locator("#opening")).containsText("What to leave");
        page.locator("#so-far li")
                .first()
                .evaluate("said => { for (let i = 0; i < 20; i++) said.after(said.cloneNode(true)); }");
        for (int[] size : new int[][] {{1440, 900}, {PHONE, 844}}) {
            // when
            page.setViewportSize(size[0], size[1]);

            // then
            BoundingBox bar = page.locator(".complete-bar").boundingBox();
            for (Locator outcome :
                    page.locator("#field-outcome vaadin-radio-button").all()) {
                BoundingBox place = outcome.boundingBox();
                assertThat(place.y + place.height)
                        .as("an outcome at " + size[0])
                        .isLessThanOrEqualTo(bar.y);
            }
        }
        page.setViewportSize(1440, 900);
    }

    @Test
    void it_fits_a_phone_and_the_dark() {
        // given
        String lead = captured(company, 20, 17);
        logInInEnglish(owner(lead));
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        page.navigate(address("inbox?q=" + company));
        new Keyboard(page).inbox().press("j").sees("Answer hand-off");

        // when
        page.setViewportSize(PHONE, 844);

        // then
        assertThat(page.locator("#opening")).containsText("What to leave");
        assertThat(page.evaluate("() => [...document.querySelectorAll('#opening, #opening *')]"
                        + ".every(each => each.getBoundingClientRect().right <= innerWidth)"))
                .isEqualTo(true);
        assertNoBarrier();
        assertReadable();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.setViewportSize(1440, 900);
    }
}
