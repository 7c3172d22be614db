package org.leadrelay.ui.process;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.pro.ConfirmDialogKt._fireConfirm;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.DownloadKt;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.tabs.Tab;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Roles;
import org.leadrelay.assignment.Reps;
import org.leadrelay.lead.Capture;
import org.leadrelay.lead.Field;
import org.leadrelay.lead.LeadCapture;
import org.leadrelay.lead.Origin;
import org.leadrelay.process.EngineDriver;
import org.leadrelay.process.JourneyDriver;
import org.leadrelay.redesign.ReleaseDriver;
import org.leadrelay.testing.Database;
import org.leadrelay.testing.OwnDatabase;
import org.leadrelay.testing.SettableClock;
import org.leadrelay.ui.admin.AdminNavigation;
import org.leadrelay.ui.component.AgreedTable;
import org.leadrelay.ui.component.BpmnDiagram;
import org.leadrelay.ui.component.EmptyState;
import org.leadrelay.ui.component.KitDownload;
import org.leadrelay.ui.testing.ViewTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;

@OwnDatabase
@Import(JourneyDriver.class)
class ProcessViewTest extends ViewTest {

    private static final String ANSWER = "Activity_AnswerHandOff";

    @Autowired
    JourneyDriver journeys;

    @Autowired
    Reps reps;

    @Autowired
    LeadCapture captures;

    @Autowired
    EngineDriver engine;

    @Autowired
    ReleaseDriver releases;

    @Autowired
    Database database;

    @Autowired
    JdbcClient jdbc;

    private UUID lead;

    @BeforeEach
    void a_lead_that_waits_for_a_rep_of_another_team() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        journeys.setClock(SettableClock.MONDAY_MORNING);
        cast.person("olga", Roles.PROCESS_OWNER);
        cast.person("adam", Roles.ADMINISTRATOR);
        cast.person("ada", Roles.SALES_REP);
        cast.person("out", Roles.SALES_REP);
        cast.person("max", Roles.SALES_MANAGER);
        cast.person(JourneyDriver.MARKETER, Roles.MARKETING);
        cast.person("moe", Roles.SALES_MANAGER);
        cast.team("Inbound", "ada", "max");
        cast.team("Elsewhere", "out", "moe");
        cast.actingAs("max");
        reps.setCapacity("ada", 1_000);
        cast.actingAs("moe");
        reps.setCapacity("out", 0);
        cast.actingAsNobody();
        lead = journeys.capture(Map.of(
                Field.NAME, "Grace Example",
                Field.COMPANY, "Example Works",
                Field.PROFILE_SCORE, "19",
                Field.ACTIVITY_SCORE, "17"));
    }

    @AfterEach
    void and_is_gone() {
        cast.actingAsNobody();
        journeys.withdraw(lead);
    }

    @Test
    void a_role_that_is_gone_and_has_tasks_in_a_model_is_named() {
        // given
        logIn("olga");
        open("process");
        assertThat(text()).doesNotContain("no such role");
        releases.inForce(
                "of a role that is gone",
                ReleaseDriver.shipped(xml ->
                        xml.contains("id=\"lead-follow-up\"") ? xml.replace("\"sales-rep\"", "\"closer\"") : xml));

        // when
        open("process?show=running");

        // then
        assertThat(text())
                .contains(
                        "Nobody finds the tasks of the role closer in their inbox",
                        "Make contact",
                        "An administrator adds a role with this name");
        assertThat(links())
                .contains(ProcessNavigation.step("lead-follow-up", "Activity_MakeContact"))
                .doesNotContain(AdminNavigation.roles());

        // and whoever may add it finds the way there
        logIn("adam");
        open("process?show=running");
        assertThat(links()).contains(AdminNavigation.roles());
        database.firstRelease();
    }

    @Test
    void whoever_changes_the_process_begins_there_and_others_in_their_inbox() {
        // when
        logIn("olga");
        open("");

        // then
        assertThat(_get(H1.class).getText()).isEqualTo("Process");

        // and when
        logIn("ada");
        open("");

        // then
        assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPath())
                .startsWith("inbox");
    }

    @Test
    void each_step_says_how_many_leads_are_there_and_leads_to_them() {
        // given
        logIn("olga");

        // when
        open(ProcessNavigation.PROCESS);

        // then
        assertThat(_find(Tab.class)).extracting(Tab::getLabel).anyMatch(each -> each.startsWith("Lead journey ("));
        NativeTableRow row = row("Answer hand-off");
        assertThat(row.getElement().getTextRecursively()).contains("Answer hand-off1");

        // when it is chosen in the table
        _click(_get(row, Button.class));

        // then
        assertThat(row.hasClassName("chosen")).isTrue();
        assertThat(links()).contains("lead/" + lead);

        // and when it is chosen on the diagram, and then nothing
        BpmnDiagram diagram = _get(BpmnDiagram.class);
        ComponentUtil.fireEvent(diagram, new BpmnDiagram.ElementChosen(diagram, true, ""));
        assertThat(links()).doesNotContain("lead/" + lead);
        ComponentUtil.fireEvent(diagram, new BpmnDiagram.ElementChosen(diagram, true, ANSWER));

        // then
        assertThat(links()).contains("lead/" + lead);
    }

    @Test
    void an_address_opens_the_step_and_whoever_may_not_see_its_leads_is_told_how_many_there_are() {
        // given
        logIn("out");

        // when
        open(ProcessNavigation.step("lead-journey", ANSWER));

        // then
        assertThat(_get(StepLeadsPanel.class).getElement().getTextRecursively())
                .contains("Leads at: Answer hand-off", "1 leads stand here now; you may see 0 of them");
        assertThat(links()).doesNotContain("lead/" + lead);
    }

    @Test
    void the_tables_say_how_often_each_row_fired_and_why_it_is_there() {
        // given
        logIn("olga");

        // when
        open(ProcessNavigation.PROCESS + "?show=tables");

        // then
        assertThat(_find(AgreedTable.class)).hasSizeGreaterThan(4);
        assertThat(_get(TablesPanel.class).getElement().getTextRecursively())
                .contains("Fired in 30 days", "What it says", "in the last 30 days.");
    }

    @Test
    void the_tables_say_first_what_a_source_no_longer_sends_and_the_tab_counts_it() {
        // given
        logIn("olga");
        open(ProcessNavigation.PROCESS + "?show=tables");
        assertThat(_get(DriftList.class).getElement().getTextRecursively()).contains("Each source sends what it");

        // when
        long drift = jdbc.sql("""
            insert into drift (source, began_at, found_at, routed_usual, handed_usual, routed, handed)
            values ('Google', '2026-03-02T08:00Z', '2026-03-02T08:20Z', 300, 100, 100, 4) returning id
            """).query(Long.class).single();
        jdbc.sql("""
            insert into drift_finding (drift, table_key, fact, found_at, usual_n, usual_k, n, k)
            values (?, 'lead-fit', 'profileScore', '2026-03-02T08:20Z', 300, 3, 100, 98)
            """).param(drift).update();
        open(ProcessNavigation.PROCESS + "?show=tables");

        // then
        assertThat(_find(Tab.class)).extracting(Tab::getLabel).contains("Tables (1)");
        assertThat(_get(DriftList.class).getElement().getTextRecursively())
                .contains("lasts", "Source Google: Lead fit: Profile score is missing for 98% instead of 1%")
                .contains("Handed over 4% instead of 33% (of 100 since it began).");

        // and when it is over
        jdbc.sql("update drift set ended_at = '2026-03-02T08:50Z'").update();
        open(ProcessNavigation.PROCESS + "?show=tables");

        // then
        assertThat(_find(Tab.class)).extracting(Tab::getLabel).contains("Tables");
        assertThat(_get(DriftList.class).getElement().getTextRecursively()).contains("over", "Google");
        jdbc.sql("delete from drift").update();
    }

    @Test
    void the_releases_say_who_made_them_and_lead_to_their_pages() {
        // given
        logIn("olga");

        // when
        open(ProcessNavigation.PROCESS + "?show=releases");

        // then
        assertThat(links()).contains("redesign/1", "redesign");
        assertThat(_get(ReleasesPanel.class).getElement().getTextRecursively())
                .contains("Release 1", "in force", "came with the product");
    }

    @Test
    void whoever_reads_the_process_downloads_the_kit_to_change_it() throws IOException {
        // given
        logIn("ada");

        for (String address : List.of(ProcessNavigation.PROCESS + "?show=releases", "redesign")) {
            // when
            open(address);
            byte[] kit = DownloadKt._download(_get(KitDownload.class));

            // then
            assertThat(names(kit))
                    .as(address)
                    .anyMatch(each -> each.endsWith("/README.md"))
                    .anyMatch(each -> each.endsWith("/processes/lead-journey.bpmn"));
        }
    }

    private static List<String> names(byte[] zip) throws IOException {
        List<String> names = new ArrayList<>();
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry each = entries.getNextEntry(); each != null; each = entries.getNextEntry()) {
                names.add(each.getName());
            }
        }
        return names;
    }

    @Test
    void a_failed_job_is_told_with_its_lead_and_tried_again_by_whoever_may() {
        // given
        logIn("olga");
        open(ProcessNavigation.PROCESS + "?show=failed");
        assertThat(_find(EmptyState.class)).hasSize(1);
        cast.actingAsNobody();
        UUID failed = captures.capture(
                        new Capture(
                                Map.of(
                                        Field.NAME,
                                        "Failed Example",
                                        Field.EXTERNAL_ID,
                                        UUID.randomUUID().toString()),
                                List.of(),
                                List.of(),
                                null),
                        new Origin("tests", Origin.Kind.API, "Web", "tests", null))
                .leadId();
        engine.giveUpJob(failed);
        logIn("olga");

        // when
        _click(_get(Button.class, spec -> spec.withId("process-again")));

        // then
        FailedStepSection section = _get(FailedStepSection.class);
        assertThat(section.getElement().getTextRecursively()).contains("1 lead waits here, since");
        Details jobs = _get(section, Details.class);
        jobs.setOpened(true);
        assertThat(links()).contains("lead/" + failed);

        // and when
        _click(_get(Button.class, spec -> spec.withId("failed-retry-all")));
        assertThat(_get(ConfirmDialog.class).getElement().getProperty("header")).isEqualTo("Try the failed job again?");
        _fireConfirm(_get(ConfirmDialog.class));

        // then
        assertThat(_find(FailedStepSection.class)).isEmpty();
        cast.actingAsNobody();
        journeys.runJobs(failed);
        assertThat(journeys.step(failed)).isNotNull();
        journeys.withdraw(failed);
    }

    @Test
    void whoever_only_reads_has_no_button_that_changes_something() {
        // given
        cast.actingAsNobody();
        UUID failed = captures.capture(
                        new Capture(
                                Map.of(
                                        Field.NAME,
                                        "Failed Example",
                                        Field.EXTERNAL_ID,
                                        UUID.randomUUID().toString()),
                                List.of(),
                                List.of(),
                                null),
                        new Origin("tests", Origin.Kind.API, "Web", "tests", null))
                .leadId();
        engine.giveUpJob(failed);
        logIn("out");

        // when
        open(ProcessNavigation.PROCESS + "?show=failed");
        _get(_get(FailedStepSection.class), Details.class).setOpened(true);

        // then
        assertThat(_find(_get(FailedPanel.class), Button.class, spec -> spec.withPredicate(Button::isVisible)))
                .isEmpty();
        assertThat(_get(FailedPanel.class).getElement().getTextRecursively())
                .contains("a lead that you may not see")
                .doesNotContain("Failed Example");
        cast.actingAsNobody();
        journeys.withdraw(failed);
    }

    private static NativeTableRow row(String step) {
        return _find(_get(StepTable.class), NativeTableRow.class).stream()
                .filter(each -> each.getElement().getTextRecursively().startsWith(step))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> links() {
        return _find(Anchor.class).stream().map(Anchor::getHref).toList();
    }

    private static String text() {
        return UI.getCurrent()
                .getInternals()
                .getActiveRouterTargetsChain()
                .get(0)
                .getElement()
                .getTextRecursively();
    }
}
