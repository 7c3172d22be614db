package org.leadrelay.ui.worklist;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.BoundingBox;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Roles;
import org.leadrelay.ui.testing.BrowserTest;

/** Where things stand in the inbox, on a desk and on a phone. */
class InboxLayoutInBrowserTest extends BrowserTest {

    private static final int THUMB = 44;

    /** Percent that an arrow key moves the splitter. */
    private static final int STEP = 2;

    private final String company = "Brightwater " + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void aTaskInTheInbox() {
        captured(company, 20, 14);
        logIn(Roles.MARKETING);
        page.navigate(address("inbox?q=" + company.replace(" ", "%20")));
        page.locator("lr-due").first().waitFor();
    }

    @Test
    void the_buttons_of_a_long_form_are_in_sight_on_a_desk_and_on_a_phone() {
        for (int[] size : new int[][] {{1440, 900}, {390, 844}}) {
            // when
            page.setViewportSize(size[0], size[1]);
            if (!page.locator("#complete").isVisible()) {
                page.locator(".task-list").getByText("Salma Amin").first().click();
            }

            // then
            assertThat(page.locator("#complete")).isVisible();
            BoundingBox button = page.locator("#complete").boundingBox();
            assertThat(button.y + button.height).isLessThanOrEqualTo(size[1]);
            assertThat(button.height).isGreaterThanOrEqualTo(size[0] < 600 ? THUMB : 32);
            assertThat((Boolean) page.evaluate(
                            "document.scrollingElement.scrollWidth <= document.documentElement.clientWidth"))
                    .as("nothing scrolls sideways at " + size[0])
                    .isTrue();
        }
    }

    @Test
    void however_much_was_said_the_outcomes_are_in_sight_without_scrolling() {
        for (int[] size : new int[][] {{1440, 900}, {390, 844}}) {
            // when
            page.setViewportSize(size[0], size[1]);
            if (!page.locator("#complete").isVisible()) {
                page.locator(".task-list").getByText("Salma Amin").first().click();
            }
            assertThat(page.locator("#so-far li").first()).isVisible();
            page.locator("#so-far li")
                    .first()
                    .evaluate("said => { for (let i = 0; i < 20; i++) said.after(said.cloneNode(true)); }");

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
    }

    @Test
    void a_phone_shows_priority_and_words_and_nothing_is_too_small_for_a_thumb() {
        // when
        page.setViewportSize(390, 844);

        // then
        assertThat(page.locator(".task-list .priority.only-narrow").first()).isVisible();
        assertThat(page.locator(".lr-rail a[aria-current] .lr-label")).isVisible();
        for (Locator link : page.locator(".lr-rail a").all()) {
            assertThat(link.boundingBox().height).isGreaterThanOrEqualTo(THUMB);
        }
        assertThat((Boolean) page.evaluate("""
            [...document.querySelectorAll('lr-due')].every(due => {
                const words = due.shadowRoot.querySelector('.words');
                return words.scrollWidth <= words.clientWidth + 1;
            })
            """)).as("no due time is cut").isTrue();
    }

    @Test
    void the_splitter_stays_where_it_was_put() {
        // given
        double before = page.locator(".middle").boundingBox().width;

        // when
        page.locator("lr-splitter").focus();
        for (int i = 0; i < 4; i++) {
            page.keyboard().press("ArrowLeft");
        }
        page.waitForCondition(() -> page.locator(".middle").boundingBox().width < before);
        double moved = page.locator(".middle").boundingBox().width;
        Locator splitter = page.locator("lr-splitter");
        int kept = Integer.parseInt(splitter.getAttribute("aria-valuenow")) - STEP;
        page.waitForResponse(
                answer -> answer.url().contains("v-r=uidl")
                        && answer.request().postData().contains("\"event.detail.share\":" + kept),
                () -> page.keyboard().press("ArrowLeft"));
        page.reload();
        page.locator("lr-due").first().waitFor();

        // then
        assertThat(page.locator("lr-splitter")).hasAttribute("aria-valuenow", String.valueOf(kept));
        assertThat(page.locator(".middle").boundingBox().width).isLessThan(moved);
    }
}
