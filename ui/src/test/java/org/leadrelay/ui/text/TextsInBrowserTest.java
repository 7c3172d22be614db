package org.leadrelay.ui.text;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Roles;
import org.leadrelay.ui.testing.BrowserTest;

/** A marketer writes what a nurture mail says, by keyboard, and a colleague approves it. */
class TextsInBrowserTest extends BrowserTest {

    private static final String WRITTEN = "texts/reactivation/1/en";
    private static final String SHARED = "texts/reactivation/2/en";
    private static final String COLLEAGUE = "marketing-2";
    private static final int PHONE = 390;

    @Test
    void a_text_is_typed_kept_saved_put_forward_and_approved_by_another() {
        // given: found by keyboard from wherever one is
        logInInEnglish(Roles.MARKETING);
        page.keyboard().press("g");
        page.keyboard().press("m");
        page.locator("a[href='" + WRITTEN + "']").focus();
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*/" + WRITTEN));
        assertThat(subject()).hasValue("What has changed since we spoke");

        // when: typed, with a field where the cursor is
        subject().focus();
        page.keyboard().press("End");
        page.keyboard().type(" in spring");
        body().focus();
        page.keyboard().press("Control+Home");
        page.keyboard().type("From ");
        for (int i = 0; i < 5; i++) {
            page.keyboard().press("Shift+Tab");
        }
        assertThat(button("city")).isFocused();
        page.keyboard().press("Enter");

        // then
        assertThat(body()).hasValue(Pattern.compile("^From \\{\\{city}}Hello.*", Pattern.DOTALL));
        assertThat(body()).isFocused();

        // and when
        page.keyboard().type(": ");
        assertThat(textbox("city")).isVisible();
        page.keyboard().press("Tab");
        assertThat(textbox("city")).isFocused();
        page.keyboard().type("your town");

        // then
        assertThat(page.locator(".text-mail")).containsText("in spring");
        assertThat(page.locator(".text-mail")).containsText("From ");
        page.waitForCondition(() -> kept(WRITTEN).contains("your town"));

        // when
        page.reload();

        // then
        assertThat(page.getByText("What you typed here before and did not save is back."))
                .isVisible();
        assertThat(subject()).hasValue("What has changed since we spoke in spring");
        assertThat(body()).hasValue(Pattern.compile("^From \\{\\{city}}: Hello.*", Pattern.DOTALL));
        assertNoBarrierAnywhere();

        // when
        subject().focus();
        page.keyboard().press("Control+s");

        // then
        assertThat(page.locator(".text-state")).containsText("Draft 1: written by");
        assertThat(page.locator(".text-typed")).isHidden();
        assertThat(kept(WRITTEN)).isEmpty();

        // when
        button("Ask for approval").focus();
        page.keyboard().press("Enter");

        // then
        assertThat(page.locator(".text-state")).containsText("Draft 1 awaits approval");
        assertThat(button("Approve")).hasCount(0);

        // when
        Page author = page;
        page = anotherPage();
        logIn(page, COLLEAGUE);
        page.navigate(address(WRITTEN));
        button("Freigeben").focus();
        page.keyboard().press("Enter");
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog.getByLabel("Ihre Worte")).isVisible();
        assertNoBarrier();
        dialog.getByLabel("Ihre Worte").focus();
        page.keyboard().type("Gut.");
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Freigeben"))
                .focus();
        page.keyboard().press("Enter");

        // then
        assertThat(page.locator(".text-state")).containsText("Es gilt Version 1");
        assertNoBarrierAnywhere();
        JsonNode text = get(Roles.MARKETING, "api/nurture/" + WRITTEN);
        assertThat(text.at("/inForce/content/fallbacks/city").asText()).isEqualTo("your town");
        page = author;
        page.reload();
        assertThat(page.locator(".text-state")).containsText("In force: version 1");
    }

    @Test
    void what_was_typed_does_not_take_the_place_of_what_a_colleague_wrote_since() {
        // given
        logInInEnglish(Roles.MARKETING);
        page.navigate(address(SHARED));
        assertThat(subject()).not().hasValue("");
        subject().fill("Mine");
        page.waitForCondition(() -> kept(SHARED).contains("subject: Mine"));
        put(COLLEAGUE, "api/nurture/" + SHARED, Map.of("edition", 0, "subject", "Ours", "body", "Hello."));

        // when
        page.reload();

        // then
        assertThat(page.getByText("Somebody wrote in this text after you typed here."))
                .isVisible();
        assertThat(subject()).hasValue("Ours");
        assertNoBarrierAnywhere();

        // when
        button("Put in what I typed").click();

        // then
        assertThat(subject()).hasValue("Mine");

        // when
        button("Save draft").click();

        // then
        assertThat(page.locator(".text-typed")).isHidden();
        assertThat(get(COLLEAGUE, "api/nurture/" + SHARED)
                        .at("/draft/content/subject")
                        .asText())
                .isEqualTo("Mine");
        assertThat(kept(SHARED)).isEmpty();
    }

    private void assertNoBarrierAnywhere() {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            for (int width : new int[] {1440, PHONE}) {
                page.setViewportSize(width, 900);
                assertThat(page.locator("html")).hasAttribute("theme", scheme == ColorScheme.DARK ? "dark" : "");
                if (scheme == ColorScheme.LIGHT) {
                    assertNoBarrier();
                } else {
                    assertReadable();
                }
                assertThat((Boolean) page.evaluate(
                                "document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                        .as("at %d it is no wider than the screen", width)
                        .isTrue();
            }
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.setViewportSize(1440, 900);
    }

    /** What the browser keeps of a text that is not saved. */
    private String kept(String path) {
        String[] parts = path.split("/", -1);
        String file = "texts/%s/%s_%s.md".formatted(parts[1], parts[2], parts[3]);
        return String.valueOf(page.evaluate(
                "key => localStorage.getItem(key) ?? ''", "lead-relay.text." + Roles.MARKETING + "/" + file));
    }

    private Locator subject() {
        return textbox("Subject");
    }

    private Locator body() {
        return textbox("Text");
    }

    private Locator textbox(String label) {
        return page.getByRole(
                AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName(label).setExact(true));
    }

    private Locator button(String words) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words).setExact(true));
    }
}
