package org.leadrelay.ui.audit;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Roles;
import org.leadrelay.audit.search.FoundLine;
import org.leadrelay.audit.search.LineQuery;
import org.leadrelay.audit.search.LineSearch;
import org.leadrelay.lead.Field;
import org.leadrelay.process.JourneyDriver;
import org.leadrelay.testing.Database;
import org.leadrelay.ui.component.BpmnDiagram;
import org.leadrelay.ui.component.SealMark;
import org.leadrelay.ui.component.VerifyLine;
import org.leadrelay.ui.testing.ViewTest;
import org.leadrelay.worklist.InboxChanges;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** The auditor's pages, on the log of a lead that was rated, promised to and waits. */
@Import(JourneyDriver.class)
class AuditViewsTest extends ViewTest {

    @Autowired
    JourneyDriver driver;

    @Autowired
    LineSearch search;

    @Autowired
    Database database;

    @Autowired
    InboxChanges changes;

    private UUID lead;

    @BeforeEach
    void oneLeadToQualify() {
        cast.person("watcher", Roles.AUDITOR);
        cast.person("mary", Roles.MARKETING);
        lead = driver.capture(Map.of(
                Field.FIRST_NAME, "Salma",
                Field.LAST_NAME, "Amin",
                Field.EMAIL, UUID.randomUUID() + "@firm.example",
                Field.COMPANY, "Firm",
                Field.PROFILE_SCORE, "20",
                Field.ACTIVITY_SCORE, "14"));
        logIn("watcher");
    }

    @Test
    void a_search_stands_in_the_address_and_each_line_leads_to_the_record() {
        // when
        open("audit?lead=" + lead + "&kind=decision");

        // then
        List<NativeTableRow> rows = rows();
        assertThat(rows).isNotEmpty().allSatisfy(row -> assertThat(text(row)).contains("Salma Amin"));
        assertThat(_find(Anchor.class))
                .extracting(Anchor::getHref)
                .anyMatch(href -> href.startsWith("lead/" + lead + "/record?line="));
    }

    @Test
    void another_kind_changes_the_address() {
        // given
        open("audit?lead=" + lead);

        // when
        box("Kind").setValue("promise-opened");

        // then
        assertThat(rows()).hasSize(1);
        assertThat(text(rows().get(0))).contains("Promised");
    }

    @Test
    void what_nobody_did_is_said_with_the_way_out() {
        open("audit?lead=" + lead + "&kind=withdrawn");

        assertThat(text(_get(LinesView.class))).contains("No line matches").contains("Take away a filter");
    }

    @Test
    void whoever_does_not_read_the_log_finds_no_page_of_it() {
        logIn("mary");

        open("audit");

        assertThat(_find(LinesView.class)).isEmpty();
    }

    @Test
    void the_record_of_a_decision_shows_its_table_of_that_day_with_the_fired_row_lit() {
        // when
        open("lead/" + lead + "/record?line=" + line("decision").seq());

        // then
        Component panel = _get(DecisionPanel.class);
        assertThat(text(panel)).contains("version 1").contains("Came out").doesNotContain("Input_");
        assertThat(_find(panel, NativeTableRow.class, spec -> spec.withClasses("fired")))
                .hasSize(1)
                .allSatisfy(row -> assertThat(text(row)).contains("fired"));
    }

    @Test
    void the_record_of_a_promise_shows_how_it_was_counted_and_that_the_ledger_agrees() {
        // when
        open("lead/" + lead + "/record?line=" + line("promise-opened").seq());

        // then
        assertThat(text(_get(PromisePanel.class)))
                .contains("Runs, due")
                .contains("Charter version 1")
                .contains("The ledger says the same as the log.")
                .doesNotContain("was not written down");
    }

    @Test
    void a_ledger_that_somebody_changed_is_told_beside_the_promise() {
        // given
        database.tamper("update promise set state = 'kept', ended_at = due_at where lead_id = '" + lead + "'");

        // when
        open("lead/" + lead + "/record?line=" + line("promise-opened").seq());

        // then
        assertThat(text(_get(PromisePanel.class))).contains("The ledger says something else than the log: kept");
        database.tamper("update promise set state = 'open', ended_at = null where lead_id = '" + lead + "'");
    }

    @Test
    void the_leads_page_shows_an_auditor_number_and_seal_of_each_line_and_verifies() {
        // given
        open("lead/" + lead);
        assertThat(_find(SealMark.class)).isNotEmpty();

        // when
        _click(_get(Button.class, spec -> spec.withText("Verify")));

        // then
        assertThat(text(_get(VerifyLine.class))).contains("Verified up to").contains("each as it was written");
    }

    @Test
    void the_answer_stays_while_the_page_reads_the_lead_anew() {
        // given
        open("lead/" + lead);
        _click(_get(Button.class, spec -> spec.withText("Verify")));

        // when
        changes.invalidateAll();
        MockVaadin.clientRoundtrip();

        // then
        assertThat(text(_get(VerifyLine.class))).contains("each as it was written");
    }

    @Test
    void a_changed_line_is_found_from_the_leads_page_and_told_where() {
        // given
        database.tamper("update journey_log set person = 'nobody' where seq = 2 and lead_id = '" + lead + "'");
        open("lead/" + lead);

        // when
        _click(_get(Button.class, spec -> spec.withText("Verify")));

        // then
        Anchor where = _get(Anchor.class, spec -> spec.withText("Where"));
        assertThat(text(_get(VerifyLine.class))).contains("1 thing does not fit");
        open(where.getHref());
        assertThat(text(_get(RunPanel.class))).contains("line-changed").contains("Salma Amin, line 2");
    }

    @Test
    void whoever_is_no_auditor_sees_no_seals() {
        logIn("mary");

        open("lead/" + lead);

        assertThat(_find(SealMark.class)).isEmpty();
        assertThat(_find(VerifyLine.class)).isEmpty();
    }

    @Test
    void everything_is_verified_as_a_job_that_is_listed_with_who_asked() {
        // given
        open("audit/verifications");

        // when
        _click(_get(Button.class, spec -> spec.withText("Verify everything")));

        // then
        assertThat(text(_get(RunPanel.class))).contains("Waits for its turn");
        assertThat(text(rows().get(0))).contains("Everything").contains("watcher");
        _click(_get(Button.class, spec -> spec.withText("Stop verifying")));
        _get(ConfirmDialog.class);
    }

    @Test
    void who_opened_a_record_stands_among_the_readings_of_the_lead() {
        // given
        open("lead/" + lead + "/record");

        // when
        open("audit/readings?lead=" + lead);

        // then
        assertThat(rows()).isNotEmpty().allSatisfy(row -> assertThat(text(row)).contains("Salma Amin"));
        assertThat(text(rows().get(0))).contains("watcher");
        open("audit/operations");
        assertThat(text(_get(OperationsView.class))).contains("Operations");
    }

    @Test
    void a_version_of_a_model_opens_as_its_diagram() {
        // given
        FoundLine decision = line("decision");

        // when
        open("audit/models/" + decision.model() + "/" + decision.version() + "?element=" + decision.element());

        // then
        assertThat(_get(BpmnDiagram.class).getElement().getProperty("xml")).contains(decision.element());
        open("audit/models/" + decision.model() + "/99");
        assertThat(text(_get(ModelView.class))).contains("no such version");
    }

    private FoundLine line(String kind) {
        return search.find(LineQuery.ofLead(lead).page(null, 500), Locale.ENGLISH).items().stream()
                .filter(each -> each.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<String> box(String label) {
        return (ComboBox<String>) _find(ComboBox.class).stream()
                .filter(each -> label.equals(each.getAriaLabel().orElse("")))
                .findFirst()
                .orElseThrow();
    }

    private static List<NativeTableRow> rows() {
        return _find(
                NativeTableRow.class,
                spec -> spec.withPredicate(row -> row.getChildren().anyMatch(cell -> cell instanceof NativeTableCell)));
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }
}
