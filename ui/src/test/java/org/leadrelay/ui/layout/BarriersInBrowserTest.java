package org.leadrelay.ui.layout;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Roles;
import org.leadrelay.ui.testing.BrowserTest;

/** What people look at all day, in light, in dark and on a phone. */
class BarriersInBrowserTest extends BrowserTest {

    private static final int PHONE = 390;
    private static final String NOTHING = "";

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
        String rep =
                get(Roles.SALES_MANAGER, "api/team/reps").at("/items/0/login").asText();
        everywhere("team?rep=" + rep, ".rep-leads h2");
    }

    @Test
    void the_promises_have_no_serious_barrier() {
        logIn(Roles.SALES_MANAGER);
        everywhere("promises", "lr-chart[drawn]");
        everywhere("promises?show=list", ".promises-list td a");
    }

    @Test
    void the_charter_and_a_draft_of_it_have_no_serious_barrier() {
        logIn(Roles.PROCESS_OWNER);
        everywhere("charter", ".charter-document h2");
        JsonNode draft = post(Roles.PROCESS_OWNER, "api/charter/draft", Map.of());
        String path = "charter/" + draft.get("version").asText();
        try {
            everywhere(path, ".charter-draft");
            for (String pencil : List.of(
                    "Kennzahlen ändern",
                    "Ändern, wer es erfährt: Übergabe beantworten",
                    "Liste ändern: Gründe, einen Lead abzulehnen")) {
                everywhere(path, "vaadin-dialog-overlay", pencil);
            }
        } finally {
            delete(
                    Roles.PROCESS_OWNER,
                    "api/charter/draft?edition=" + draft.get("edition").asText());
        }
    }

    @Test
    void a_calendar_and_its_changes_have_no_serious_barrier() {
        logIn(Roles.PROCESS_OWNER);
        everywhere("calendars", ".day");
        everywhere("calendars", ".calendar-editor", "Ändern");
        press("Besondere Tage hinzufügen");
        assertThat(page.locator(".special-days")).isVisible();
        assertNoBarrier();
        screenshot("special-days");
    }

    @Test
    void who_signs_has_no_serious_barrier() {
        logIn(Roles.ADMINISTRATOR);
        everywhere("admin/mandates", ".mandate");
    }

    @Test
    void the_audit_and_a_leads_record_have_no_serious_barrier() {
        String lead = captured("Audited Ltd", 20, 14);
        logIn(Roles.AUDITOR);
        everywhere("audit", ".line-table td a");
        everywhere("audit/verifications", "#verify-all");
        everywhere("lead/" + lead + "/record?line=1", ".evidence-panel .raw");
    }

    private void press(String words) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(words).setExact(true))
                .click();
    }

    @Test
    void the_outbox_has_no_serious_barrier() {
        logIn(Roles.ADMINISTRATOR);
        everywhere("admin/outbox", ".admin-head h1");
    }

    @Test
    void what_is_on_its_way_to_a_rep_has_no_serious_barrier() {
        logIn(Roles.SALES_REP);
        page.navigate(address("inbox"));
        page.locator("#incoming").click();
        assertThat(page.locator(".incoming-stage").first()).isVisible();
        assertNoBarrier();
    }

    private void everywhere(String path, String shown) {
        everywhere(path, shown, NOTHING);
    }

    /** What shows after a button of the page was pressed. */
    private void everywhere(String path, String shown, String pressed) {
        look(path, shown, pressed, ColorScheme.LIGHT, this::assertNoBarrier);
        look(path, shown, pressed, ColorScheme.DARK, this::assertReadable);
    }

    private void look(String path, String shown, String pressed, ColorScheme scheme, Runnable check) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        page.navigate(address(path));
        assertThat(page.locator("html")).hasAttribute("theme", scheme == ColorScheme.DARK ? "dark" : "");
        if (!pressed.equals(NOTHING)) {
            press(pressed);
        }
        for (int width : new int[] {1440, PHONE}) {
            page.setViewportSize(width, 900);
            assertThat(page.locator(shown).first()).isVisible();
            check.run();
            screenshot((path.replaceAll("[/?].*", "-one") + pressed).replaceAll("[^A-Za-z-]", "")
                    + "-"
                    + scheme
                    + "-"
                    + width);
        }
    }
}
