package org.leadrelay.ui.testing;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInfo;

/**
 * A journey of a person in a real Chromium through the running demo, started once for all of them.
 * Name such tests {@code ...InBrowserTest}. Without a Chromium they are skipped; {@code .ci/run}
 * installs one and fails if any was skipped.
 */
@Tag("browser")
public abstract class BrowserTest {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private @Nullable BrowserContext session;
    private String test = "";

    /** The page of this test, with nobody logged in. */
    protected Page page;

    @BeforeEach
    void openPage(TestInfo info) {
        Assumptions.assumeTrue(Chromium.isInstalled(), "no Chromium is installed");
        test =
                info.getTestClass().orElseThrow().getSimpleName()
                        + "."
                        + info.getTestMethod().orElseThrow().getName();
        session = Chromium.newSession();
        page = session.newPage();
    }

    @AfterEach
    void closePage() {
        if (session != null) {
            screenshot("end");
            session.close();
        }
    }

    /** The address of a place in the product, such as {@code inbox}. */
    protected String address(String path) {
        return RunningDemo.address() + "/" + path;
    }

    /** A second person at the same time, with a session of their own; closed with the test. */
    protected Page anotherPage() {
        return page.context().browser().newContext(Chromium.options()).newPage();
    }

    protected void logIn(String login) {
        logIn(page, login);
    }

    /** Logs in with the demo's password and waits for the frame. */
    protected void logIn(Page where, String login) {
        where.navigate(address("login"));
        where.getByLabel("Login").fill(login);
        where.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill("demo");
        where.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Log in")).click();
        where.locator(".lr-frame").waitFor();
    }

    /** Logs out by forgetting the session. */
    protected void logOut() {
        page.context().clearCookies();
    }

    /** Writes {@code target/screenshots/<test>-<name>.png}. */
    protected void screenshot(String name) {
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setPath(SCREENSHOTS.resolve(test + "-" + name + ".png")));
    }
}
