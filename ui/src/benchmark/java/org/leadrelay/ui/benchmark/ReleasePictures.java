package org.leadrelay.ui.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.leadrelay.ui.testing.Chromium;

/**
 * Screenshots of a release for the docs, from the candidate to its approval, taken from a running demo in which nobody
 * works on one; the release is withdrawn afterwards. Run as {@link RolePictures}.
 */
class ReleasePictures {

    private static final int LARGEST = 200_000;

    private static final int READING_MILLIS = 2500;

    private static final Path DOCS = Path.of(System.getProperty("pictures.to", "../docs/images"));

    private static final Path MODEL = Path.of("../bpmn/processes/lead-follow-up.bpmn");

    private final String demo = System.getProperty("pictures.of", "");

    @Test
    void a_release_has_a_picture_at_each_step() throws IOException {
        Assumptions.assumeTrue(Chromium.isInstalled(), "no Chromium is installed");
        Assumptions.assumeFalse(demo.isEmpty(), "-Dpictures.of names no running demo");
        Files.createDirectories(DOCS);
        BrowserContext any = Chromium.newSession();
        try {
            Page owner = logIn(any.browser(), "process-owner");
            String address = candidate(owner);
            take(owner, address + "?tab=files", "files");
            take(owner, address + "?tab=findings", "findings");
            take(owner, address + "?tab=difference", "difference");
            owner.navigate(address + "?tab=files");
            upload(owner, sealable());
            seal(owner, address);
            Page second = logIn(any.browser(), "administrator");
            second.navigate(address + "?tab=approval");
            second.locator("#redesign-approve").click();
            take(second, "approve");
            withdraw(owner, address);
        } finally {
            any.close();
        }
    }

    private Page logIn(Browser browser, String login) {
        Page page = browser.newContext(new Browser.NewContextOptions()
                        .setViewportSize(1280, 800)
                        .setLocale("en-GB"))
                .newPage();
        page.navigate(demo + "/login");
        page.locator("input[name=username]").fill(login);
        page.locator("input[name=password]").fill("demo");
        page.locator("input[name=password]").press("Enter");
        page.locator(".lr-frame").waitFor();
        return page;
    }

    /** Reps have twenty minutes, and are asked a question whose German words are missing. */
    private String candidate(Page page) throws IOException {
        String model = Files.readString(MODEL)
                .replace(
                        "camunda:candidateGroups=\"sales-rep\" camunda:dueDate=\"${due.makeContact}\"",
                        "camunda:candidateGroups=\"sales-rep\" camunda:dueDate=\"PT20M\"")
                .replaceFirst(
                        "<camunda:formData>",
                        "<camunda:formData><camunda:formField id=\"budgetOwner\" label=\"Who holds the budget?\""
                                + " type=\"string\" />");
        page.navigate(demo + "/redesign");
        page.locator("#redesign-begin").click();
        upload(page, model);
        return page.url().replaceFirst("\\?.*", "");
    }

    /** The next attempt comes four hours after the last: the gate refuses nothing of it. */
    private static String sealable() throws IOException {
        return Files.readString(MODEL)
                .replace(
                        "<bpmn:timeDate xsi:type=\"bpmn:tFormalExpression\">${nextAttemptAt}</bpmn:timeDate>",
                        "<bpmn:timeDuration xsi:type=\"bpmn:tFormalExpression\">PT4H</bpmn:timeDuration>");
    }

    private static void upload(Page page, String model) {
        page.locator(".redesign-upload input[type=file]")
                .setInputFiles(new FilePayload(
                        "lead-follow-up.bpmn", "application/octet-stream", model.getBytes(StandardCharsets.UTF_8)));
        page.getByText("uploaded here").waitFor();
        page.waitForTimeout(READING_MILLIS);
    }

    private static void seal(Page page, String address) {
        page.navigate(address + "?tab=approval");
        page.locator("#redesign-seal").click();
        page.locator("vaadin-dialog-overlay vaadin-text-field input").fill("Try again four hours later");
        deed(page);
        page.getByText("awaits approval").first().waitFor();
    }

    private static void withdraw(Page page, String address) {
        page.navigate(address + "?tab=approval");
        page.locator("#redesign-withdraw").click();
        page.locator("vaadin-dialog-overlay textarea").fill("It was for a picture.");
        deed(page);
        page.getByText("withdrawn").first().waitFor();
    }

    private static void deed(Page page) {
        page.locator("vaadin-dialog-overlay vaadin-button[theme~=primary]").click();
    }

    private static void take(Page page, String address, String name) throws IOException {
        page.navigate(address);
        take(page, name);
    }

    /** As it is now. */
    private static void take(Page page, String name) throws IOException {
        Path file = DOCS.resolve("change-the-process-" + name + ".png");
        page.waitForTimeout(READING_MILLIS);
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
        assertThat(Files.size(file)).as("bytes of %s", file).isLessThanOrEqualTo(LARGEST);
    }
}
