package org.leadrelay.ui.process;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Roles;
import org.leadrelay.ui.testing.BrowserTest;

/** The process as it runs, in a browser and by keyboard. */
class ProcessInBrowserTest extends BrowserTest {

    @Test
    void whoever_tabs_to_what_stands_out_of_sight_sees_it_as_large_as_the_rest() {
        // given leads at two places that a narrow page does not show together
        String company = "Firm" + UUID.randomUUID().toString().substring(0, 8);
        captured(company, 20, 17);
        captured("Also" + company, 20, 1);
        logIn(Roles.PROCESS_OWNER);
        page.setViewportSize(700, 900);
        page.navigate(address("process"));
        Locator counts = page.locator("lr-bpmn-diagram[drawn] .lr-count");
        counts.first().waitFor();
        assertThat(counts.count()).isGreaterThan(1);
        double before = zoom();

        for (int i = 0; i < counts.count(); i++) {
            // when
            Locator count = counts.nth(i);
            count.evaluate("each => each.focus({ focusVisible: true })");

            // then
            page.waitForCondition(() -> isSeen(count), new Page.WaitForConditionOptions().setTimeout(5_000));
            assertThat(zoom()).isEqualTo(before);
            assertThat((int) page.locator("lr-bpmn-diagram")
                            .evaluate("each => [each, ...each.querySelectorAll('div')]"
                                    + ".reduce((sum, one) => sum + one.scrollLeft + one.scrollTop, 0)"))
                    .isZero();
        }
    }

    private boolean isSeen(Locator count) {
        return (boolean) count.evaluate("each => { const a = each.getBoundingClientRect();"
                + " const b = each.closest('lr-bpmn-diagram').getBoundingClientRect();"
                + " return a.left >= b.left && a.right <= b.right && a.top >= b.top && a.bottom <= b.bottom; }");
    }

    private double zoom() {
        return ((Number) page.locator("lr-bpmn-diagram .viewport").first().evaluate("each => each.getCTM().a"))
                .doubleValue();
    }
}
