package org.leadrelay.ui.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.leadrelay.ui.testing.Chromium;

/** Screenshots of the boards for the docs, taken from a running demo with its past. Run as {@link RolePictures}. */
class BoardPictures {

    private static final int LARGEST = 200_000;

    private static final int READING_MILLIS = 2500;

    private static final Path DOCS = Path.of(System.getProperty("pictures.to", "../docs/images"));

    private static final Map<String, String> PICTURES = Map.of(
            "boards-reasons", "boards/reasons",
            "boards-leads", "boards/reasons?number=reasons.rejected&part=numerator");

    @Test
    void the_boards_have_their_pictures() throws IOException {
        String demo = System.getProperty("pictures.of", "");
        Assumptions.assumeTrue(Chromium.isInstalled(), "no Chromium is installed");
        Assumptions.assumeFalse(demo.isEmpty(), "-Dpictures.of names no running demo");
        Files.createDirectories(DOCS);
        BrowserContext any = Chromium.newSession();
        try {
            Page page = any.browser()
                    .newContext(new Browser.NewContextOptions()
                            .setViewportSize(1280, 800)
                            .setLocale("en-GB"))
                    .newPage();
            page.navigate(demo + "/login");
            page.locator("input[name=username]").fill("head-of-marketing");
            page.locator("input[name=password]").fill("demo");
            page.locator("input[name=password]").press("Enter");
            page.locator(".lr-frame").waitFor();
            for (Map.Entry<String, String> each : PICTURES.entrySet()) {
                page.navigate(demo + "/" + each.getValue());
                page.waitForTimeout(READING_MILLIS);
                Path file = DOCS.resolve(each.getKey() + ".png");
                page.screenshot(new Page.ScreenshotOptions().setPath(file));
                assertThat(Files.size(file)).as("bytes of %s", file).isLessThanOrEqualTo(LARGEST);
            }
        } finally {
            any.close();
        }
    }
}
