package org.leadrelay.ui.redesign;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Roles;

/** A redesign in the browser: brought in by a process owner, and refused at the element, with who relied on it. */
class RedesignInBrowserTest extends RedesignBrowserTest {

    private static final int PHONE = 390;

    @Test
    void a_model_with_a_script_is_refused_at_its_element() {
        // given
        int inForce = releaseInForce();
        logIn(Roles.PROCESS_OWNER);

        // when
        upload(
                ShippedFiles.FOLLOW_UP,
                ShippedFiles.text(ShippedFiles.FOLLOW_UP)
                        .replaceFirst(
                                "(?s)<bpmn:serviceTask (id=\"Activity_CountAttempt\".*?)</bpmn:serviceTask>",
                                "<bpmn:scriptTask scriptFormat=\"groovy\""
                                        + " $1<bpmn:script>1</bpmn:script></bpmn:scriptTask>"));
        tab(ReleaseTab.FINDINGS).click();

        // then
        Locator finding = page.locator(".redesign-jump[aria-current]");
        assertThat(finding).containsText("Ablehnung");
        assertThat(finding).containsText("Activity_CountAttempt");
        assertThat(page.locator(".lr-mark-refusal").first()).isVisible();
        assertNoBarrier();
        screenshot("findings");
        page.emulateMedia(
                new Page.EmulateMediaOptions().setColorScheme(com.microsoft.playwright.options.ColorScheme.DARK));
        assertReadable();
        page.setViewportSize(PHONE, 900);
        screenshot("findings-phone");
        page.setViewportSize(1440, 900);

        // and it cannot be sealed, nor does a lead see anything of it
        tab(ReleaseTab.APPROVAL).click();
        assertThat(page.locator("#redesign-seal")).isDisabled();
        assertThat(releaseInForce()).isEqualTo(inForce);
    }

    @Test
    void a_value_that_a_button_put_into_a_cell_is_undone_as_one_that_was_typed() {
        // given
        logIn(Roles.PROCESS_OWNER);
        begin();
        page.navigate(page.url().replaceFirst("\\?.*", "") + "?tab=tables&file=recycling.dmn");
        Locator cell = page.locator("td[data-element-id=UnaryTests_NothingToGain_RejectionReason]");
        assertThat(cell).hasText("\"existingCustomer\", \"competitor\"");

        // when
        cell.click();
        page.locator(".difference-values vaadin-button")
                .filter(new Locator.FilterOptions().setHasText("tooEarly"))
                .click();
        assertThat(cell).hasText("\"existingCustomer\", \"competitor\", \"tooEarly\"");
        assertThat(page.locator("#redesign-table-save")).isEnabled();

        // then, with the focus on the button
        page.keyboard().press("Control+z");
        assertThat(cell).hasText("\"existingCustomer\", \"competitor\"");
        page.keyboard().press("Control+Shift+z");
        assertThat(cell).hasText("\"existingCustomer\", \"competitor\", \"tooEarly\"");
        page.keyboard().press("Control+z");

        // and a whole column
        Locator columns = page.locator(".redesign-table th.input-cell");
        int before = columns.count();
        page.locator(".difference-offer li vaadin-button").first().click();
        assertThat(columns).hasCount(before + 1);
        page.keyboard().press("Control+z");
        assertThat(columns).hasCount(before);
    }

    @Test
    void a_task_with_another_id_is_told_with_who_relied_on_it() {
        // given
        logIn(Roles.PROCESS_OWNER);

        // when
        upload(
                ShippedFiles.FOLLOW_UP,
                ShippedFiles.text(ShippedFiles.FOLLOW_UP).replace("Activity_MakeContact", "Activity_ReachBuyer"));
        tab(ReleaseTab.FINDINGS).click();

        // then
        Locator relied = page.locator(".redesign-jump")
                .filter(new Locator.FilterOptions().setHasText("Die Seite eines Leads zeigt die Versuche von dort."));
        assertThat(relied).containsText("Activity_MakeContact fehlt in lead-follow-up");
        assertThat(relied).containsText("Behalten Sie die Id");
        assertThat(page.locator(".redesign-jumps")).containsText("Die Charta bindet die Klausel makeContact");
        tab(ReleaseTab.DIFFERENCE).click();
        assertThat(page.locator(".redesign-jumps")).containsText("Activity_ReachBuyer");
        assertNoBarrier();
    }
}
