package org.leadrelay.ui.intake;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Roles;
import org.leadrelay.ui.testing.BrowserTest;

class ImportInBrowserTest extends BrowserTest {

    private final String firm = "firm" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void a_file_is_matched_previewed_imported_and_the_same_file_again_doubles_nothing() throws IOException {
        // given
        logIn(Roles.MARKETING);

        // when
        upload();

        // then
        assertThat(page.locator(".match-panel")).containsText("about 4 rows, 4 columns");
        assertThat(page.getByLabel("What the column Mail becomes")).hasValue("E-mail");
        assertThat(page.getByLabel("What the column Shoe size becomes")).hasValue("Keep as it is");
        assertThat(page.locator(".match-panel")).containsText("1 of the first 4 rows would be refused");
        assertNoBarrier();

        // when
        start();

        // then
        assertThat(page.locator(".figures-line")).isVisible();
        assertThat(page.getByText("Done: 4 rows read.")).isVisible();
        assertThat(figure("created")).hasText("3");
        assertThat(figure("refused")).hasText("1");
        assertNoBarrier();
        Locator link = page.getByRole(
                AriaRole.LINK,
                new Page.GetByRoleOptions().setName("Refused rows (CSV)").setExact(true));
        Download refused = page.waitForDownload(link::click);
        assertThat(Files.readString(refused.path())).contains("not an address");

        // and when
        upload();
        start();

        // then
        assertThat(page.getByText("Done: 4 rows read.")).isVisible();
        assertThat(figure("created")).hasText("0");
        assertThat(figure("joined to known leads")).hasText("3");
        assertThat(figure("refused")).hasText("1");
        page.navigate(address("leads?text=" + firm));
        assertThat(page.locator(".head-count")).hasText("3");
    }

    private void upload() {
        page.navigate(address("imports"));
        String rows = """
            Mail,Name,Company,Shoe size
            ada@%1$s.example,Ada Byron,%1$s,38
            grace@%1$s.example,Grace Hopper,%1$s,39
            not an address,Nobody,%1$s,40
            mary@%1$s.example,Mary Jackson,%1$s,41
            """.formatted(firm);
        page.locator("vaadin-upload input[type=file]")
                .setInputFiles(new FilePayload(firm + ".csv", "text/csv", rows.getBytes(StandardCharsets.UTF_8)));
        assertThat(page.locator(".match-panel")).isVisible();
    }

    private void start() {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Start the import"))
                .click();
    }

    private Locator figure(String label) {
        return page.locator(".figure")
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByText(label, new Page.GetByTextOptions().setExact(true))))
                .locator(".figure-number");
    }
}
