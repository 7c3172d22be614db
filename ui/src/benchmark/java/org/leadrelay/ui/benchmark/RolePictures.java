package org.leadrelay.ui.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.leadrelay.ui.testing.Chromium;

/**
 * Screenshots for the docs, one of each role's first place, taken from a running demo with its past: invented people
 * only. Run with {@code -Dit.test=RolePictures -Dpictures.of=http://localhost:8080}.
 */
class RolePictures {

    private static final int LARGEST = 200_000;

    private static final int READING_MILLIS = 2500;

    private static final Path DOCS = Path.of(System.getProperty("pictures.to", "../docs/images"));

    /**
     * @param opens what is clicked once it is shown; empty for nothing
     */
    private record Picture(String role, String login, String address, String opens) {}

    private static final String FIRST_ROW = ".task-list vaadin-grid-cell-content lr-due";

    private static final List<Picture> PICTURES = List.of(
            new Picture("marketing", "marketing", "inbox?step=Activity_AnswerQuestion", FIRST_ROW),
            new Picture("sales-rep", "ada", "inbox?step=Activity_AnswerHandOff", FIRST_ROW),
            new Picture("sales-manager", "sales-manager", "team", ""),
            new Picture("arbiter", "arbiter", "inbox", FIRST_ROW),
            new Picture("head-of-sales", "head-of-sales", "charter", ""),
            new Picture("process-owner", "process-owner", "promises", ""),
            new Picture("auditor", "auditor", "leads?end=won", ".leads-grid a"),
            new Picture("administrator", "administrator", "admin", ""));

    @Test
    void each_role_has_a_picture() throws IOException {
        String demo = System.getProperty("pictures.of", "");
        Assumptions.assumeTrue(Chromium.isInstalled(), "no Chromium is installed");
        Assumptions.assumeFalse(demo.isEmpty(), "-Dpictures.of names no running demo");
        Files.createDirectories(DOCS);
        BrowserContext any = Chromium.newSession();
        try {
            for (Picture each : PICTURES) {
                Path file = DOCS.resolve(each.role() + ".png");
                take(any.browser(), demo, each, file);
                assertThat(Files.size(file)).as("bytes of %s", file).isLessThanOrEqualTo(LARGEST);
            }
        } finally {
            any.close();
        }
    }

    private static void take(Browser browser, String demo, Picture picture, Path file) {
        BrowserContext session = browser.newContext(
                new Browser.NewContextOptions().setViewportSize(1280, 800).setLocale("en-GB"));
        Page page = session.newPage();
        page.navigate(demo + "/login");
        page.locator("input[name=username]").fill(picture.login());
        page.locator("input[name=password]").fill("demo");
        page.locator("input[name=password]").press("Enter");
        page.locator(".lr-frame").waitFor();
        page.navigate(demo + "/" + picture.address());
        if (!picture.opens().isEmpty()) {
            page.locator(picture.opens()).first().click();
        }
        page.waitForTimeout(READING_MILLIS);
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
        session.close();
    }
}
