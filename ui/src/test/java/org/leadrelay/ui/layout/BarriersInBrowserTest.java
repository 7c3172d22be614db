package org.leadrelay.ui.layout;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Roles;
import org.leadrelay.ui.testing.BrowserTest;

/** What people look at all day, in light, in dark and on a phone. */
class BarriersInBrowserTest extends BrowserTest {

    private static final int PHONE = 390;

    @Test
    void the_inbox_and_a_task_have_no_serious_barrier() {
        logIn(Roles.MARKETING);
        String task = get(Roles.MARKETING, "api/tasks").at("/items/0/id").asText();
        everywhere("inbox", ".task-list .first");
        everywhere("inbox/" + task, "#complete");
    }

    @Test
    void leads_and_one_of_them_have_no_serious_barrier() {
        logIn(Roles.MARKETING);
        String lead = get(Roles.MARKETING, "api/leads").at("/items/0/id").asText();
        everywhere("leads", "vaadin-grid a");
        everywhere("lead/" + lead, "lr-bpmn-diagram[drawn]");
    }

    @Test
    void the_imports_have_no_serious_barrier() {
        logIn(Roles.MARKETING);
        everywhere("imports", "vaadin-grid a");
    }

    @Test
    void the_people_have_no_serious_barrier() {
        logIn(Roles.ADMINISTRATOR);
        everywhere("admin", ".people-grid .two-lines");
    }

    @Test
    void the_team_has_no_serious_barrier() {
        logIn(Roles.SALES_MANAGER);
        everywhere("team", ".reps .load");
    }

    @Test
    void the_promises_have_no_serious_barrier() {
        logIn(Roles.SALES_MANAGER);
        everywhere("promises", "lr-chart[drawn]");
        everywhere("promises?show=list", ".promises-list td a");
    }

    private void everywhere(String path, String shown) {
        look(path, shown, ColorScheme.LIGHT, this::assertNoBarrier);
        look(path, shown, ColorScheme.DARK, this::assertReadable);
    }

    private void look(String path, String shown, ColorScheme scheme, Runnable check) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        page.navigate(address(path));
        assertThat(page.locator("html"))
                .hasAttribute("theme", scheme == ColorScheme.DARK ? "dark" : "");
        for (int width : new int[] {1440, PHONE}) {
            page.setViewportSize(width, 900);
            assertThat(page.locator(shown).first()).isVisible();
            check.run();
            screenshot(path.replaceAll("[/?].*", "-one") + "-" + scheme + "-" + width);
        }
    }
}
