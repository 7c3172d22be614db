package org.leadrelay.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.Roles;
import org.leadrelay.audit.Timeline;
import org.leadrelay.audit.TimelineLine;
import org.leadrelay.journal.JourneyLog;
import org.leadrelay.journal.Kind;
import org.leadrelay.lead.Capture;
import org.leadrelay.lead.Captured;
import org.leadrelay.lead.Channel;
import org.leadrelay.lead.DuplicateDecisions;
import org.leadrelay.lead.Duplicates;
import org.leadrelay.lead.FactCorrections;
import org.leadrelay.lead.FactView;
import org.leadrelay.lead.Field;
import org.leadrelay.lead.LeadCapture;
import org.leadrelay.lead.LeadCard;
import org.leadrelay.lead.LeadCards;
import org.leadrelay.lead.LeadCommands;
import org.leadrelay.lead.LeadQuery;
import org.leadrelay.lead.Origin;
import org.leadrelay.lead.Signal;
import org.leadrelay.lead.Statement;
import org.leadrelay.platform.Conflict;
import org.leadrelay.platform.Forbidden;
import org.leadrelay.testing.Cast;
import org.leadrelay.testing.ProductTest;
import org.leadrelay.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

@ProductTest
class ImportUndoTest {

    private static final String HEADER = "ID,Email,Name,Company,City,Email Opt In\n";

    @Autowired
    Imports imports;

    @Autowired
    ImportResults results;

    @Autowired
    ImportUndos undos;

    @Autowired
    UndoRun undoing;

    @Autowired
    ImportRunner runner;

    @Autowired
    LeadCards cards;

    @Autowired
    LeadCapture captures;

    @Autowired
    LeadCommands life;

    @Autowired
    FactCorrections corrections;

    @Autowired
    Duplicates duplicates;

    @Autowired
    DuplicateDecisions decisions;

    @Autowired
    JourneyLog log;

    @Autowired
    Timeline timeline;

    @Autowired
    CurrentPerson person;

    @Autowired
    Cast cast;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    @Autowired
    SettableClock clock;

    @Autowired
    TransactionTemplate transaction;

    private final String origin = UUID.randomUUID().toString();

    @BeforeEach
    void people() {
        cast.person("mara", Roles.MARKETING);
        cast.person("mike", Roles.MARKETING);
        cast.person("ada", Roles.SALES_REP);
        cast.person("audrey", Roles.AUDITOR);
        cast.actingAs("mara");
    }

    @Test
    void leads_that_nobody_worked_on_are_withdrawn_and_the_corrected_file_begins_afresh() {
        // given
        UUID first = run("1,%s,Nora Fold,Feld,Fulda,yes\n2,,Otto Berg,,,\n");
        UUID nora = lead(first, 2);
        assertThat(cards.card(nora).permitted()).containsExactly(Channel.MAIL);

        // when
        undo(first);

        // then
        LeadCard withdrawn = cards.card(nora);
        assertThat(withdrawn.journey().end()).isEqualTo("withdrawn");
        assertThat(withdrawn.permitted()).isEmpty();
        assertThat(story(nora)).contains("mara undid the import that had brought the lead");
        assertThat(rows(first))
                .extracting(ImportRow::undo)
                .containsExactly(UndoOutcome.WITHDRAWN, UndoOutcome.WITHDRAWN);
        UUID corrected = run("1,%s,Nora Feld,Feld,,\n2,,Otto Berg,,,\n");
        assertThat(rows(corrected))
                .extracting(ImportRow::outcome)
                .containsExactly(ImportRow.Outcome.CREATED, ImportRow.Outcome.CREATED);
        LeadCard again = cards.card(lead(corrected, 2));
        assertThat(again.id()).isNotEqualTo(nora);
        assertThat(again.city()).isNull();
        assertThat(again.journey().end()).isNull();
    }

    @Test
    void the_corrected_file_makes_no_pair_with_the_leads_that_were_withdrawn() {
        String rows = "ID,Name,Phone\n1,Vera %1$s,+49 30 5557711\n".formatted(origin);
        UUID first = runRaw(rows, origin);
        undo(first);

        UUID second = runRaw(rows.replace("ID,", "Prospect ID,"), origin);

        assertThat(rows(second).get(0).outcome()).isEqualTo(ImportRow.Outcome.CREATED);
        assertThat(duplicates.open(0, 100).items())
                .noneMatch(each -> each.leadA().equals(lead(second, 2)))
                .noneMatch(each -> each.leadB().equals(lead(second, 2)));
    }

    @Test
    void a_withdrawn_lead_takes_no_command_any_more() {
        UUID first = run("1,%s,Nora Feld,,,\n");
        undo(first);

        assertThatThrownBy(() -> life.reopen(lead(first, 2), "we meant it"))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("was undone");
    }

    @Test
    void facts_that_nobody_changed_since_go_back_and_the_history_keeps_both() {
        // given
        UUID before = run("1,%s,Nora Feld,Feld,,\n");
        UUID nora = lead(before, 2);
        UUID changing = run("other", "1,%s,Nora Wald,Wald,Fulda,\n");
        assertThat(cards.card(nora).name()).isEqualTo("Nora Wald");
        assertThat(found("Nora Wald " + mail())).isEqualTo(1);

        // when
        undo(changing);

        // then
        LeadCard card = cards.card(nora);
        assertThat(card.name()).isEqualTo("Nora Feld");
        assertThat(card.company()).isEqualTo("Feld");
        assertThat(card.city()).isNull();
        assertThat(card.journey().end()).isNull();
        assertThat(fact(nora, "company").source()).isEqualTo(origin);
        assertThat(card.oldFacts())
                .extracting("name", "value", "replacedBy")
                .contains(
                        tuple("company", "Feld", "other" + origin),
                        tuple("company", "Wald", "import undone"),
                        tuple("city", "Fulda", "import undone"));
        assertThat(rows(changing).get(0).undo()).isEqualTo(UndoOutcome.REVERTED);
        assertThat(story(nora)).contains("company is again").contains("city is again");
        assertThat(found("Nora Wald " + mail())).isZero();
    }

    @Test
    void the_same_rows_imported_again_after_an_undo_are_not_unchanged() {
        run("1,%s,Nora Feld,Feld,,\n");
        UUID changing = run("1,%s,Nora Feld,Wald,,\n");
        undo(changing);

        UUID again = run("1,%s,Nora Feld,Wald,,\n");

        assertThat(rows(again).get(0).outcome()).isEqualTo(ImportRow.Outcome.CHANGED);
        assertThat(cards.card(lead(again, 2)).company()).isEqualTo("Wald");
    }

    @Test
    void a_fact_that_somebody_changed_since_stays_and_the_row_says_so() {
        // given
        UUID nora = lead(run("1,%s,Nora Feld,Feld,Köln,\n"), 2);
        UUID changing = run("1,%s,Nora Feld,Wald,Fulda,\n");
        later();
        corrections.correct(nora, "company", "Wiese", person.get());

        // when
        UndoPreview preview = undos.preview(changing);
        undo(changing);

        // then
        assertThat(cards.card(nora).company()).isEqualTo("Wiese");
        assertThat(cards.card(nora).city()).isEqualTo("Köln");
        assertThat(rows(changing).get(0).undo()).isEqualTo(UndoOutcome.PARTLY);
        assertThat(rows(changing).get(0).undoNotes())
                .singleElement()
                .asString()
                .startsWith("Company was changed since");
        assertThat(preview.rows().get(0).notes())
                .isEqualTo(rows(changing).get(0).undoNotes());
        assertThat(preview.factsBack()).isEqualTo(1);
        assertThat(preview.kept()).isEqualTo(1);
    }

    @Test
    void a_fact_that_was_changed_and_set_again_to_the_imported_value_stays() {
        UUID nora = lead(run("1,%s,Nora Feld,Feld,,\n"), 2);
        UUID changing = run("1,%s,Nora Feld,Wald,,\n");
        later();
        run("1,%s,Nora Feld,Wiese,,\n");
        run("1,%s,Nora Feld,Wald,,\n");

        undo(changing);

        assertThat(cards.card(nora).company()).isEqualTo("Wald");
        assertThat(rows(changing).get(0).undo()).isEqualTo(UndoOutcome.KEPT);
    }

    @Test
    void a_fact_that_a_later_import_says_again_stays() {
        UUID nora = lead(run("1,%s,Nora Feld,Feld,,\n"), 2);
        UUID changing = run("1,%s,Nora Feld,Wald,,\n");
        later();
        run("1,%s,Nora Feld,Wald,Fulda,\n");

        undo(changing);

        assertThat(cards.card(nora).company()).isEqualTo("Wald");
        assertThat(rows(changing).get(0).undo()).isEqualTo(UndoOutcome.KEPT);
    }

    @Test
    void a_person_in_several_rows_goes_back_to_before_the_first_of_them() {
        // given
        UUID nora = lead(run("1,%s,Nora Feld,A,,\n"), 2);
        UUID changing = run("1,%s,Nora Feld,B,,\n1,%s,Nora Feld,C,Fulda,\n1,%s,Nora Feld,D,,\n");
        assertThat(rows(changing)).extracting(ImportRow::outcome).containsOnly(ImportRow.Outcome.CHANGED);

        // when
        undo(changing);

        // then
        assertThat(cards.card(nora).company()).isEqualTo("A");
        assertThat(cards.card(nora).city()).isNull();
        assertThat(rows(changing)).extracting(ImportRow::undo).containsOnly(UndoOutcome.REVERTED);
    }

    @Test
    void a_lead_that_somebody_did_something_about_stays_with_the_reason() {
        Map<String, Consumer<UUID>> deeds = Map.of(
                "corrected a fact",
                lead -> corrections.correct(lead, "city", "Ulm", person.get()),
                "recorded a consent",
                lead -> life.consent(lead, Statement.objection(Channel.CALL), "phone"),
                "shown interest elsewhere",
                lead -> life.signal(lead, new Signal(Signal.Kind.DOWNLOAD, null, "site")),
                "withdrawn or reopened",
                lead -> life.withdraw(lead, "wrong"),
                "worked on it",
                lead -> logged(lead, Kind.TASK_CLAIMED),
                "has worked",
                lead -> logged(lead, Kind.TASK_COMPLETED),
                "commented",
                lead -> logged(lead, Kind.COMMENT),
                "A record from elsewhere",
                lead -> captured("api", Origin.Kind.API, "key:crm"),
                "Another import",
                lead -> run("second", "1,%s,Nora Feld,,Kiel,\n"));
        int number = 0;
        for (Map.Entry<String, Consumer<UUID>> each : deeds.entrySet()) {
            // given
            String mail = "deed" + number++;
            UUID id = runRaw(HEADER + "%s,%s,Nora Feld,,,\n".formatted(mail, mail()), origin);
            UUID lead = lead(id, 2);
            later();
            each.getValue().accept(lead);

            // when
            undo(id);

            // then
            assertThat(rows(id).get(0).undo()).as(each.getKey()).isEqualTo(UndoOutcome.KEPT);
            assertThat(String.join(" ", rows(id).get(0).undoNotes())).contains(each.getKey());
            forget(lead);
        }
    }

    @Test
    void of_two_imports_the_second_is_undone_first() {
        // given
        UUID first = run("1,%s,Nora Feld,Feld,,\n");
        UUID second = run("1,%s,Nora Feld,Wald,,\n2,,Otto Berg,,,\n");
        later();

        // when the first is undone
        UndoPreview preview = undos.preview(first);

        // then
        assertThat(preview.leadsWithdrawn()).isZero();
        assertThat(preview.rows().get(0).notes().get(0)).contains("Undo that one first");

        // and when
        undo(second);
        undo(first);

        // then
        assertThat(rows(second))
                .extracting(ImportRow::undo)
                .containsExactly(UndoOutcome.REVERTED, UndoOutcome.WITHDRAWN);
        assertThat(rows(first).get(0).undo()).isEqualTo(UndoOutcome.WITHDRAWN);
        assertThat(cards.card(lead(first, 2)).company()).isEqualTo("Feld");
    }

    @Test
    void a_lead_that_was_merged_stays() {
        // given
        UUID id = run("1,,Nora Feld,,,\n");
        UUID other = run("other", "1,%s,Nora Feld,,,\n");
        run("1,%s,Nora Feld,,,\n");
        UUID pair = duplicates.open(0, 500).items().stream()
                .filter(each -> each.leadA().equals(lead(id, 2)) || each.leadB().equals(lead(id, 2)))
                .findFirst()
                .orElseThrow()
                .id();
        assertThat(undos.preview(id).rows().get(0).notes().get(0)).contains("waits for a decision");
        decisions.merge(pair, lead(other, 2), person.get());

        // when
        undo(id);

        // then
        assertThat(rows(id).get(0).undo()).isEqualTo(UndoOutcome.KEPT);
        assertThat(rows(id).get(0).undoNotes().get(0)).contains("part of another lead");
    }

    @Test
    void a_row_that_waits_for_a_decision_stays() {
        run("1,,Nora Feld,,,\n");
        run("other", "1,%s,Nora Feld,,,\n");
        UUID both = run("1,%s,Nora Feld,,,\n");

        undo(both);

        assertThat(rows(both).get(0).undo()).isEqualTo(UndoOutcome.KEPT);
        assertThat(rows(both).get(0).undoNotes().get(0)).contains("Pairs to decide");
    }

    @Test
    void a_journey_that_the_import_began_again_ends_and_the_facts_go_back() {
        // given
        UUID nora = lead(run("1,%s,Nora Feld,Feld,,\n"), 2);
        life.withdraw(nora, "no budget");
        later();
        UUID returning = run("1,%s,Nora Feld,Wald,,\n");
        assertThat(cards.card(nora).journey().end()).isNull();

        // when
        undo(returning);

        // then
        assertThat(cards.card(nora).journey().end()).isEqualTo("withdrawn");
        assertThat(cards.card(nora).company()).isEqualTo("Feld");
        assertThat(rows(returning).get(0).undo()).isEqualTo(UndoOutcome.WITHDRAWN);
        life.reopen(nora, "budget after all");
    }

    @Test
    void an_objection_that_the_import_brought_holds_after_its_undo() {
        // given
        UUID first = runRaw("ID,Email,Do Not Email\n1,%s,yes\n".formatted(mail()), origin);

        // when
        undo(first);
        UUID again = run("1,%s,Nora Feld,,,\n");

        // then
        assertThat(rows(first).get(0).undoNotes().get(0)).startsWith("An objection");
        assertThat(cards.card(lead(again, 2)).permitted()).isEmpty();
        assertThat(cards.card(lead(again, 2)).consents())
                .anyMatch(each -> each.channel() == Channel.MAIL && !each.given());
    }

    @Test
    void an_undo_that_broke_off_goes_on_with_the_leads_that_are_left() {
        // given
        StringBuilder file = new StringBuilder(HEADER);
        for (int i = 1; i <= 30; i++) {
            file.append(i).append(",,N ").append(i).append(",,,\n");
        }
        UUID id = runRaw(file + ",,Nobody,,,\n", origin);
        undos.ask(id);
        ImportProgress asked = imports.progress(id);
        UUID one = lead(id, 2);
        undoing.lead(asked, one);
        undoing.lead(asked, one);
        assertThat(imports.progress(id).undo().rows()).isEqualTo(1);
        assertThat(imports.progress(id).undo().finishedAt()).isNull();

        // when
        runner.runAll();

        // then
        assertThat(imports.progress(id).undo().rows()).isEqualTo(31);
        assertThat(imports.progress(id).undo().finishedAt()).isNotNull();
        assertThat(story(one)).containsOnlyOnce("undid the import");
        assertThat(jdbc.sql("select count(*) from journey where end_kind = 'withdrawn'"
                                + " and lead_id in (select lead_id from import_row"
                                + " where import_id = ?)")
                        .param(id)
                        .query(Long.class)
                        .single())
                .isEqualTo(30);
    }

    @Test
    void the_preview_counts_and_changes_nothing() throws Exception {
        UUID nora = lead(run("1,%s,Nora Feld,Feld,,\n"), 2);
        UUID id = run("1,%s,Nora Feld,Wald,,\n2,,Otto Berg,,,\n,,Nobody,,,\n");

        for (int again = 0; again < 2; again++) {
            mvc.perform(get("/api/imports/" + id + "/undo?size=1").with(httpBasic("mara", Cast.PASSWORD)))
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.leadsWithdrawn").value(1))
                    .andExpect(jsonPath("$.factsBack").value(1))
                    .andExpect(jsonPath("$.kept").value(0))
                    .andExpect(jsonPath("$.rows.total").value(2))
                    .andExpect(jsonPath("$.rows.items.length()").value(1))
                    .andExpect(jsonPath("$.rows.items[0].leadName").value("Nora Feld"))
                    .andExpect(jsonPath("$.rows.items[0].back[0].before").value("Feld"));
        }
        assertThat(cards.card(nora).company()).isEqualTo("Wald");
        assertThat(imports.progress(id).undo()).isNull();
    }

    @Test
    void an_import_is_undone_once_within_a_day_of_its_end_and_by_whoever_may_import() throws Exception {
        // given
        UUID id = run("1,%s,Nora Feld,,,\n");
        UUID old = run("2,,Otto Berg,,,\n");
        UUID waiting = imports.upload("w.csv", bytes("ID\n9\n"));
        imports.start(waiting, null, null, origin, null);
        String undo = "/api/imports/" + id + "/undo";

        // then
        mvc.perform(post(undo).with(httpBasic("audrey", Cast.PASSWORD))).andExpect(status().isForbidden());
        mvc.perform(get(undo).with(httpBasic("ada", Cast.PASSWORD))).andExpect(status().isForbidden());
        assertThatThrownBy(() -> undos.ask(waiting))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("not ended");
        clock.advance(Duration.ofHours(24));
        mvc.perform(post(undo).with(httpBasic("mike", Cast.PASSWORD)))
                .andExpect(status().isAccepted())
                .andExpect(jsonPath("$.undo.by").value("mike"));
        mvc.perform(post(undo).with(httpBasic("mike", Cast.PASSWORD))).andExpect(status().isConflict());
        clock.advance(Duration.ofSeconds(1));
        assertThatThrownBy(() -> undos.preview(old))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("within a day");
        imports.cancel(waiting);
        runner.runAll();
        assertThat(imports.progress(id).undo().finishedAt()).isEqualTo(clock.instant());
        assertThat(story(lead(id, 2))).contains("mike undid the import");
        cast.actingAs("ada");
        assertThatThrownBy(() -> undos.ask(id)).isInstanceOf(Forbidden.class);
    }

    @Test
    void whoever_reads_german_is_told_in_german_what_stays() {
        UUID id = run("1,%s,Nora Feld,,,\n");
        later();
        corrections.correct(lead(id, 2), "city", "Ulm", person.get());
        LocaleContextHolder.setLocale(Locale.GERMAN);
        try {
            assertThat(undos.preview(id).rows().get(0).notes()).containsExactly("Jemand hat eine Angabe berichtigt.");
        } finally {
            LocaleContextHolder.resetLocaleContext();
        }
    }

    @Test
    void a_record_that_comes_while_its_lead_is_being_undone_begins_afresh() {
        // given
        UUID id = run("1,%s,Nora Feld,,,\n");
        undos.ask(id);

        // when
        CompletableFuture<Captured> meanwhile = transaction.execute(status -> {
            undoing.undone(imports.progress(id), lead(id, 2));
            return CompletableFuture.supplyAsync(() -> captured("api", Origin.Kind.API, "crm"));
        });

        // then
        assertThat(meanwhile.join().outcome()).isEqualTo(Captured.Outcome.CREATED);
        assertThat(meanwhile.join().leadId()).isNotEqualTo(lead(id, 2));
        runner.runAll();
    }

    @Test
    void a_record_that_found_its_lead_just_before_the_undo_is_tried_again() {
        // given
        UUID id = run("1,%s,Nora Feld,,,\n");
        jdbc.sql("update lead set undone_at = now() where id = ?")
                .param(lead(id, 2))
                .update();

        // then
        assertThatThrownBy(() -> captured("api", Origin.Kind.API, "crm"))
                .isInstanceOf(ConcurrencyFailureException.class);
    }

    private void logged(UUID lead, Kind kind) {
        transaction.executeWithoutResult(status -> log.add(lead, kind, Map.of()));
    }

    private Captured captured(String name, Origin.Kind kind, String login) {
        return captures.capture(
                new Capture(Map.of(Field.EMAIL, mail(), Field.CITY, "Bonn"), List.of(), List.of(), null),
                new Origin(name, kind, null, login, null));
    }

    /** The next one begins with another lead of this address. */
    private void forget(UUID lead) {
        jdbc.sql("delete from lead_identity where lead_id = ?").param(lead).update();
    }

    private String mail() {
        return "nora@" + origin + ".example";
    }

    private void later() {
        clock.advance(Duration.ofMinutes(5));
    }

    private void undo(UUID importId) {
        undos.ask(importId);
        runner.runAll();
    }

    private List<ImportRow> rows(UUID importId) {
        return results.page(importId, null, "line", 0, 100).items();
    }

    private UUID lead(UUID importId, long line) {
        return jdbc.sql("select lead_id from import_row where import_id = ? and line = ?")
                .params(importId, line)
                .query(UUID.class)
                .single();
    }

    private FactView fact(UUID lead, String name) {
        return cards.card(lead).facts().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private String story(UUID lead) {
        return Stream.of(timeline.page(lead, false, 0, 200, Locale.ENGLISH))
                .flatMap(page -> page.items().stream())
                .map(TimelineLine::sentence)
                .reduce("", (all, line) -> all + line + "\n");
    }

    private long found(String text) {
        return cards.page(new LeadQuery(text, null, null, null, null, null, null, 0, 10, "-capturedAt"), person.get())
                .total();
    }

    private UUID run(String rows) {
        return run("", rows);
    }

    private UUID run(String otherOrigin, String rows) {
        return runRaw(HEADER + rows.replace("%s", mail()), otherOrigin + origin);
    }

    private UUID runRaw(String file, String from) {
        UUID id = imports.upload("leads.csv", bytes(file));
        imports.start(id, null, null, from, null);
        runner.runAll();
        return id;
    }

    private static ByteArrayInputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
