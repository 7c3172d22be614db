package org.leadrelay.ui.audit;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Roles;
import org.leadrelay.ui.testing.BrowserTest;

/** The five questions of an auditor about a lead, from the page that a login leads to, with the clicks counted. */
class FiveQuestionsInBrowserTest extends BrowserTest {

    private static final int MOST_CLICKS = 3;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private static final Page.LocatorOptions DECISION =
            new Page.LocatorOptions().setHasText(Pattern.compile("Decided by Lead matrix"));

    private int clicks;
    private long begun;

    @BeforeEach
    void aLeadOfToday() {
        captured("Five Questions Ltd", 20, 14);
        logIn(Roles.AUDITOR);
        clicks = 0;
        begun = System.nanoTime();
        click(page.locator("vaadin-grid a").first());
        assertThat(page.locator(".story li").first()).isVisible();
    }

    private void click(Locator what) {
        what.click();
        clicks++;
    }

    private void answered() {
        Assertions.assertThat(clicks).isLessThanOrEqualTo(MOST_CLICKS);
        Assertions.assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(MINUTE);
    }

    @Test
    void what_happened_and_who_decided() {
        assertThat(page.locator(".story li.kind-captured")).isVisible();
        assertThat(page.locator(".story li", DECISION).first()).containsText("row");
        answered();
    }

    @Test
    void on_which_rule() {
        click(page.locator(".story li", DECISION).first().locator(".line-seal a"));
        assertThat(page.locator(".decision-panel tr.fired")).isVisible();
        assertThat(page.locator(".decision-panel tr.fired")).containsText("fired");
        answered();
    }

    @Test
    void was_the_promise_kept() {
        click(page.locator(".story li.kind-promise-opened").first().locator(".line-seal a"));
        assertThat(page.locator(".promise-panel .arithmetic")).not().isEmpty();
        assertThat(page.locator(".promise-panel")).containsText("The ledger says the same as the log.");
        answered();
    }

    @Test
    void was_the_record_changed() {
        click(page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Verify").setExact(true)));
        assertThat(page.locator(".lead-audit .verdict")).containsText("each as it was written");
        answered();
    }
}
