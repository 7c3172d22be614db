package org.leadrelay.ui.layout;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leadrelay.access.Roles;
import org.leadrelay.ui.testing.BrowserTest;

class LoginInBrowserTest extends BrowserTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                Roles.MARKETING,
                Roles.SALES_REP,
                Roles.SALES_MANAGER,
                Roles.ARBITER,
                Roles.PROCESS_OWNER,
                Roles.AUDITOR,
                Roles.ADMINISTRATOR
            })
    void every_role_can_log_in(String login) {
        // when
        logIn(login);

        // then
        assertThat(page.locator(".lr-person")).isVisible();
        assertThat(page).not().hasURL(address("login"));
    }

    @Test
    void an_address_that_leads_nowhere_says_so_inside_the_frame() {
        // given
        logIn("ada");

        // when
        page.navigate(address("nowhere-at-all"));

        // then
        assertThat(page.getByText("nowhere-at-all")).isVisible();
        assertThat(page.locator(".lr-rail")).isVisible();
    }

    @Test
    void a_wrong_password_is_told_and_an_address_is_remembered_over_the_login() {
        // given
        page.navigate(address("password"));

        // when
        page.getByLabel("Login").fill("ada");
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill("wrong");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Log in"))
                .click();

        // then
        assertThat(page.getByText("Login or password is wrong")).isVisible();
    }

    @Test
    void the_login_view_has_no_serious_barrier_in_light_and_in_dark() {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            // given
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));

            // when
            page.navigate(address("login"));
            page.getByLabel("Login").waitFor();
            assertThat(page.locator("html")).hasAttribute("theme", scheme == ColorScheme.DARK ? "dark" : "");
            screenshot(scheme.name().toLowerCase(Locale.ROOT));

            // then
            assertNoBarrier();
        }
    }
}
