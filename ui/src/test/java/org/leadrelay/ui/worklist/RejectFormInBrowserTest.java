package org.leadrelay.ui.worklist;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.leadrelay.ui.testing.BrowserTest;

/** Rejecting a hand-off: outcome, reason and button are in sight at once, whatever else may be said. */
class RejectFormInBrowserTest extends BrowserTest {

    private static final int DESK = 1440;
    private static final int PHONE = 390;

    private final String company = "Firm" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void outcome_reason_and_button_are_in_sight_at_once_on_a_desk_and_on_a_phone() {
        // given
        String rep = owner(captured(company, 20, 17));
        for (String language : List.of("en-GB", "de-DE")) {
            page.setExtraHTTPHeaders(Map.of("Accept-Language", language));
            logIn(rep);
            for (int[] size : new int[][] {{DESK, 900}, {PHONE, 844}}) {
                // when
                page.setViewportSize(size[0], size[1]);
                page.navigate(address("inbox?q=" + company));
                new Keyboard(page).inbox().press("j");
                Locator outcomes = page.locator("#field-outcome vaadin-radio-button");
                outcomes.nth(0).click();
                outcomes.nth(1).click();

                // then
                Locator reason = page.locator("#field-rejectionReason");
                assertThat(reason).isVisible();
                assertThat(page.locator("#learned-fields")).isVisible();
                if (size[0] == DESK) {
                    assertThat(page.locator("#field-decider")).isVisible();
                } else {
                    assertThat(page.locator("#field-decider")).isHidden();
                }
                page.waitForCondition(() -> {
                    BoundingBox last = page.locator("#learned-fields").boundingBox();
                    return last.y + last.height <= page.locator(".complete-bar").boundingBox().y;
                });
                BoundingBox bar = page.locator(".complete-bar").boundingBox();
                BoundingBox reasons = reason.boundingBox();
                for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
                    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                    screenshot(language + "-" + size[0] + "-" + scheme);
                }
                assertNoBarrier();
                String where = language + " at " + size[0];
                assertThat(page.locator("#field-outcome").boundingBox().y)
                        .as(where)
                        .isGreaterThanOrEqualTo(0);
                assertThat(reasons.y + reasons.height).as(where).isLessThanOrEqualTo(bar.y);
                assertThat(bar.y + bar.height).as(where).isLessThanOrEqualTo(size[1]);
            }
            logOut();
        }
    }
}
