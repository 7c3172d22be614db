package org.leadrelay.ui.layout;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Roles;
import org.leadrelay.ui.testing.BrowserTest;
import org.leadrelay.ui.testing.Door;

/** What a page may still do when its person's access was changed somewhere else: nothing. */
class EndedSessionsInBrowserTest extends BrowserTest {

    private static final String ADMINISTRATOR = "administrator";
    private static final Pattern PAGE_MESSAGE = Pattern.compile(".*v-r=uidl.*");
    private static final int TRIES = 10;

    private final String login = "p" + UUID.randomUUID().toString().substring(0, 8);
    private final Door door = new Door(address(""));
    private String password = "";

    @BeforeEach
    void somebodyOfMarketing() {
        door.as(ADMINISTRATOR, "demo")
                .post(
                        "/api/admin/people",
                        Map.of(
                                "login",
                                login,
                                "displayName",
                                "Page " + login,
                                "roles",
                                List.of(Roles.MARKETING),
                                "password",
                                given()));
        choosePassword();
    }

    @Test
    void nothing_is_saved_from_an_open_page_after_the_password_was_reset() {
        for (int i = 0; i < TRIES; i++) {
            // given a page on which everything is typed
            String email = "try-" + i + "-" + login + "@example.com";
            logInHere();
            page.navigate(address("leads/new"));
            page.getByLabel("E-mail", new Page.GetByLabelOptions().setExact(true))
                    .fill(email);

            // when the message of the click is on its way while the password is reset
            AtomicReference<String> answer = new AtomicReference<String>();
            page.route(PAGE_MESSAGE, route -> {
                if (answer.get() == null && email(route.request().postData())) {
                    reset();
                    answer.set(route.fetch().text());
                }
                route.resume();
            });
            save().click();

            // then
            assertThat(page).hasURL(Pattern.compile(".*/login\\?ended=password$"));
            assertThat(page.getByRole(AriaRole.ALERT).first()).containsText("password");
            // The push may be quicker: then the browser has left and the session is gone
            // altogether.
            assertThat(answer.get()).containsAnyOf("login?ended=password", "sessionExpired");
            assertThat(door.as(ADMINISTRATOR, "demo").get("/api/leads?q=" + email))
                    .doesNotContain(email);
            page.unroute(PAGE_MESSAGE);
            choosePassword();
        }
    }

    private static boolean email(String message) {
        return message != null && message.contains("\"click\"");
    }

    @Test
    void a_page_that_only_lies_open_goes_to_the_login_by_itself() {
        // given
        logInHere();
        Page second = page.context().newPage();
        second.navigate(address("leads"));
        second.locator(".lr-frame").waitFor();

        // when
        door.as(ADMINISTRATOR, "demo").post("/api/admin/people/" + login + "/deactivate", Map.of());

        // then
        for (Page each : List.of(page, second)) {
            assertThat(each).hasURL(Pattern.compile(".*/login\\?ended=deactivated$"));
            assertThat(each.getByText("an administrator ended the access")).isVisible();
        }
    }

    @Test
    void a_role_that_is_taken_closes_its_page_and_one_that_is_given_opens_its_place() {
        // given
        roles(Roles.ADMINISTRATOR);
        logInHere();
        page.navigate(address("admin"));
        page.locator(".people-grid").waitFor();

        // when
        roles(Roles.MARKETING);

        // then
        assertThat(page.locator(".people-grid")).hasCount(0);
        page.navigate(address("admin"));
        assertThat(page.getByText("Not open to your role")).isVisible();

        // when
        page.navigate(address("leads"));
        page.locator(".lr-frame").waitFor();
        roles(Roles.MARKETING, Roles.SALES_MANAGER);

        // then
        assertThat(page.locator(".lr-rail a[href='team']")).isVisible();
    }

    @Test
    void whoever_changes_the_password_stays_and_the_other_browser_goes() {
        // given
        logInHere();
        Page elsewhere = anotherPage();
        logIn(elsewhere, login, password);
        String before = sessionId();

        // when
        page.navigate(address("password"));
        String next = given();
        page.getByLabel("Old password").fill(password);
        page.getByLabel("New password", new Page.GetByLabelOptions().setExact(true))
                .fill(next);
        page.getByLabel("New password, again").fill(next);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Change password"))
                .click();

        // then
        assertThat(elsewhere).hasURL(Pattern.compile(".*/login\\?ended=password$"));
        assertThat(page).not().hasURL(Pattern.compile(".*/password$"));
        assertThat(sessionId()).isNotEqualTo(before);
        page.navigate(address("leads"));
        assertThat(page.locator(".leads-view")).isVisible();
    }

    @Test
    void other_sessions_are_listed_and_ended() {
        // given
        logInHere();
        Page elsewhere = anotherPage();
        logIn(elsewhere, login, password);

        // when
        page.locator(".lr-person vaadin-menu-bar-button").first().click();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Where I am logged in"))
                .click();

        // then
        assertThat(page.locator(".lr-sessions tbody tr")).hasCount(2);
        assertThat(page.getByText("This page")).hasCount(1);
        screenshot("sessions");
        assertNoBarrier();

        // when
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("End my other sessions"))
                .click();
        page.getByRole(AriaRole.ALERTDIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("End my other sessions"))
                .click();

        // then
        assertThat(elsewhere).hasURL(Pattern.compile(".*/login\\?ended=ended$"));
        assertThat(page.locator(".lr-sessions tbody tr")).hasCount(1);
    }

    @Test
    void who_logs_out_leaves_all_pages_and_nothing_more_is_pushed() {
        // given
        logInHere();
        Page second = page.context().newPage();
        second.navigate(address("leads"));
        second.locator(".lr-frame").waitFor();

        // when
        page.locator(".lr-person vaadin-menu-bar-button").first().click();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Log out"))
                .click();

        // then
        assertThat(second).hasURL(Pattern.compile(".*/login.*"));
        assertThat(page).hasURL(Pattern.compile(".*/login.*"));
    }

    @AfterEach
    void refusalsAreRight() {
        expectRefusals();
    }

    private Locator save() {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save lead"));
    }

    private String sessionId() {
        return page.context().cookies().stream()
                .filter(each -> each.name.equals("JSESSIONID"))
                .findAny()
                .orElseThrow()
                .value;
    }

    private void logInHere() {
        logIn(page, login, password);
    }

    private void roles(String... roles) {
        door.as(ADMINISTRATOR, "demo").patch("/api/admin/people/" + login, Map.of("roles", List.of(roles)));
    }

    private void reset() {
        password = given();
        door.as(ADMINISTRATOR, "demo").post("/api/admin/people/" + login + "/password", Map.of("password", password));
    }

    /** In place of the one that the administrator gave. */
    private void choosePassword() {
        reset();
        String own = given();
        door.as(login, password).post("/api/me/password", Map.of("oldPassword", password, "newPassword", own));
        password = own;
    }

    private static String given() {
        return "walks the dog " + UUID.randomUUID();
    }
}
