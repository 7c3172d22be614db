package org.leadrelay.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Actor;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.People;
import org.leadrelay.access.PersonChange;
import org.leadrelay.access.Roles;
import org.leadrelay.lead.Channel;
import org.leadrelay.lead.Declaration;
import org.leadrelay.lead.FactDefinition;
import org.leadrelay.lead.LeadCard;
import org.leadrelay.lead.LeadCards;
import org.leadrelay.lead.LeadFacts;
import org.leadrelay.lead.LeadQuery;
import org.leadrelay.platform.Conflict;
import org.leadrelay.platform.Forbidden;
import org.leadrelay.platform.Invalid;
import org.leadrelay.testing.Cast;
import org.leadrelay.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProductTest
class ImportTest {

    @Autowired
    Imports imports;

    @Autowired
    ImportResults results;

    @Autowired
    ImportRunner runner;

    @Autowired
    ImportJobs jobs;

    @Autowired
    ImportBatches batches;

    @Autowired
    Mappings mappings;

    @Autowired
    LeadCards cards;

    @Autowired
    LeadFacts facts;

    @Autowired
    CurrentPerson person;

    @Autowired
    People people;

    @Autowired
    Cast cast;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void marketing() {
        cast.person("mara", Roles.MARKETING);
        cast.person("ada", Roles.SALES_REP);
        cast.actingAs("mara");
    }

    @Test
    void every_row_becomes_a_lead_and_the_second_run_doubles_none() {
        String origin = UUID.randomUUID().toString();
        String file = "Prospect ID,Lead Source,TotalVisits\n" + rows(105);

        ImportProgress first = run(file, null, origin);
        ImportProgress second = run(file, null, origin);

        assertThat(first.state()).isEqualTo("done");
        assertThat(first.read()).isEqualTo(105);
        assertThat(first.created()).isEqualTo(105);
        assertThat(second.created()).isZero();
        assertThat(second.merged()).isEqualTo(105);
        assertThat(second.unchanged()).isEqualTo(105);
        assertThat(leads(origin)).isEqualTo(105);
        assertThat(chunks(first.id())).isZero();
        assertThat(whoBroughtIn(origin)).containsExactly("mara");
    }

    private List<String> whoBroughtIn(String origin) {
        return jdbc.sql("""
            select distinct coalesce(log.person, login) from journey_log log join lead on lead.id = log.lead_id
            left join person_ref on ref = log.person_ref
            where lead.origin = ?
            """).param(origin).query(String.class).list();
    }

    @Test
    void an_import_that_broke_off_goes_on_and_counts_exactly() throws IOException {
        // given a node that died: some batches are through, one stands in its middle
        String origin = UUID.randomUUID().toString();
        UUID id = upload("Prospect ID,Lead Source,TotalVisits\n" + rows(95));
        imports.start(id, null, null, origin, null);
        jobs.running(id);
        ImportJobs.Job job = jobs.find(id).orElseThrow();
        try (CsvRows rows = new ImportFiles(jdbc).open(id, job.charset(), job.delimiter())) {
            ImportBatches.File file = fileOf(job, rows);
            List<CsvRow> batch = new java.util.ArrayList<>();
            for (int i = 0; i < 40; i++) {
                batch.add(rows.next());
            }
            batches.take(file, 1, batch.subList(20, 40));
            batches.take(file, 0, batch.subList(0, 7));
        }

        // when
        runner.runAll();

        // then
        ImportProgress end = imports.progress(id);
        assertThat(end.state()).isEqualTo("done");
        assertThat(end.read()).isEqualTo(95);
        assertThat(end.created()).isEqualTo(95);
        assertThat(leads(origin)).isEqualTo(95);
    }

    @Test
    void refused_rows_come_back_with_line_and_reason_and_harmless_formulas() throws IOException {
        String file = """
            Email,Name,Note
            a@firm.example,Fine,x
            not an address,=cmd|' /C calc'!A0,"two
            lines"
            ,Nobody,
            b@firm.example,Fine,x,one too many
            c@firm.example,"open,x
            d@firm.example,Fine,+1
            """;
        ImportProgress end = run(file, null, UUID.randomUUID().toString());

        assertThat(end.read()).isEqualTo(6);
        assertThat(end.created()).isEqualTo(2);
        assertThat(end.refused()).isEqualTo(4);
        ByteArrayOutputStream refused = new ByteArrayOutputStream();
        results.refused(end.id(), refused);
        assertThat(refused.toString(StandardCharsets.UTF_8))
                .startsWith("line,field,reason,Email,Name,Note")
                .contains("3,email,'not an address' is not an e-mail address")
                .contains("'=cmd|")
                .contains("5,email,\"Nothing identifies this lead")
                .contains("6,,\"The row has 4 cells")
                .contains("7,,A quotation mark is opened");
    }

    @Test
    void whoever_reads_german_is_told_in_german_why_a_row_was_refused() throws IOException {
        // given
        cast.person("greta", Roles.MARKETING);
        person.as(Actor.SYSTEM, () -> people.update("greta", new PersonChange(null, null, "de", null)));
        cast.actingAs("greta");

        // when
        ImportProgress end = run(
                "Email,Name\nno address,Fine\na@firm.example,\"open\n",
                null,
                UUID.randomUUID().toString());

        // then
        ByteArrayOutputStream refused = new ByteArrayOutputStream();
        results.refused(end.id(), refused);
        assertThat(refused.toString(StandardCharsets.UTF_8))
                .contains("2,email,„no address“ ist keine E-Mail-Adresse.")
                .contains("3,,Ein Anführungszeichen ist geöffnet");
    }

    @Test
    void columns_of_other_products_are_known_and_select_chose_nothing() {
        String origin = UUID.randomUUID().toString();
        run("""
            Prospect ID,Lead Number,Lead Origin,Lead Source,Do Not Email,Do Not Call,Converted,\
            TotalVisits,Total Time Spent on Website,Page Views Per Visit,Last Activity,Country,\
            Specialization,What is your current occupation,Asymmetrique Activity Score,\
            Asymmetrique Profile Score
            p-1,600001,API,google,Yes,Yes,1,5,674,2.5,Email Opened,India,Select,Student,15,18
            """, null, origin);
        LeadCard card = onlyLead(origin);

        assertThat(card.name()).isEqualTo("#600001");
        assertThat(card.source()).isEqualTo("Google");
        assertThat(card.facts()).extracting("name").doesNotContain("Specialization");
        assertThat(card.permitted()).isEmpty();
        assertThat(facts.ruleFacts(card.id()))
                .containsEntry("visits", 5L)
                .containsEntry("secondsOnSite", 674L)
                .containsEntry("pagesPerVisit", 2.5)
                .containsEntry("profileScore", 18L)
                .containsEntry("activityScore", 15L)
                .containsEntry("source", "Google")
                .containsEntry("country", "India")
                .containsEntry("occupation", "Student")
                .containsEntry("captureChannel", "API")
                .containsEntry("mayMail", false)
                .doesNotContainKeys("Converted", "converted");
    }

    @Test
    void personal_data_in_a_listed_or_number_column_never_reaches_the_rules() {
        String origin = UUID.randomUUID().toString();
        run("""
            ID,Lead Source,Country,Last Activity,TotalVisits,Job Title,Occupation
            p-1,Ada Byron ada@home.example,Ada Byron,Ada called,+49 170 1234567,Ada,Ada Byron
            """, null, origin);

        assertThat(facts.ruleFacts(onlyLead(origin).id()).toString()).doesNotContain("Ada", "home.example", "1234567");
    }

    @Test
    void a_named_mapping_declares_facts_channel_and_basis() {
        String origin = UUID.randomUUID().toString();
        ImportMapping mapping = new ImportMapping(
                List.of(
                        new ImportMapping.Column("Wer", "name", null),
                        new ImportMapping.Column("Interne Notiz", "ignore", null),
                        new ImportMapping.Column(
                                "Produktlinie",
                                "attribute",
                                new ImportMapping.Fact(
                                        "productLine", FactDefinition.Type.LISTED, List.of("Solar", "Wind")))),
                new Declaration(true, false, "consent", "Ja, schreiben Sie mir"),
                origin,
                "Trade Show");
        mappings.save("Messe", mapping, person.get());

        run(
                "Wer;E-Mail;Produktlinie;Interne Notiz\nJörg Müßig;j-%s@firma.example;solar;geheim\n".formatted(origin),
                mappings.find("Messe").orElseThrow().mapping(),
                null);

        LeadCard card = onlyLead(origin);
        assertThat(card.name()).isEqualTo("Jörg Müßig");
        assertThat(card.source()).isEqualTo("Trade Show");
        assertThat(card.permitted()).containsExactly(Channel.MAIL);
        assertThat(card.facts()).extracting("value").doesNotContain("geheim");
        assertThat(facts.ruleFacts(card.id())).containsEntry("productLine", "Solar");
        assertThatThrownBy(() -> mappings.save(
                        "x",
                        new ImportMapping(List.of(new ImportMapping.Column("a", "no field", null)), null, null, null),
                        person.get()))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("columns[0].target");
    }

    @Test
    void a_preview_shows_columns_samples_and_what_would_be_refused() {
        ImportPreview preview = imports.preview(upload("Email;Email;;Weird\na@b.example;x;y;z\nbroken;x;y;z\n"), null);

        assertThat(preview.delimiter()).isEqualTo(";");
        assertThat(preview.columns())
                .extracting("target")
                .containsExactly("email", "attribute", "attribute", "attribute");
        assertThat(preview.columns()).extracting("name").containsExactly("Email", "Email (2)", "Column 3", "Weird");
        assertThat(preview.warnings()).hasSize(2);
        assertThat(preview.rows().get(0).problems()).isEmpty();
        assertThat(preview.rows().get(1).problems().get(0)).contains("e-mail address");
    }

    @Test
    void encodings_emoji_right_to_left_names_and_many_columns_are_read() {
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            String origin = UUID.randomUUID().toString();
            StringBuilder file = new StringBuilder("\uFEFFID,Name");
            for (int i = 0; i < 198; i++) {
                file.append(",c").append(i);
            }
            file.append("\n1,محمد علي 🚀").append(",v".repeat(198)).append('\n');
            run(file.toString().getBytes(charset), null, origin);

            assertThat(onlyLead(origin).name()).isEqualTo("محمد علي 🚀");
            assertThat(onlyLead(origin).facts()).hasSize(200);
        }
    }

    @Test
    void nul_characters_and_broken_bytes_are_refused_by_row() {
        byte[] good = "ID,Name\n1,J\u00f6rg M\u00fc\u00dfig\n2,N\u0000UL\n3,x\n".getBytes(StandardCharsets.UTF_8);
        good[good.length - 2] = (byte) 0xFF;

        ImportProgress end = run(good, null, UUID.randomUUID().toString());

        assertThat(end.created()).isEqualTo(1);
        assertThat(end.refused()).isEqualTo(2);
    }

    @Test
    void an_empty_file_is_refused_and_a_header_alone_is_a_file_of_no_leads() {
        for (String empty : List.of("", "\n\n", "\uFEFF")) {
            assertThatThrownBy(() -> upload(empty)).isInstanceOf(Invalid.class).hasMessageContaining("empty");
        }
        assertThat(run("Email,Name\n", null, "x").read()).isZero();
    }

    @Test
    void a_cancelled_import_takes_nothing_more() {
        UUID id = upload("ID\n" + rows(30));
        imports.start(id, null, null, UUID.randomUUID().toString(), null);
        imports.cancel(id);
        runner.runAll();

        assertThat(imports.progress(id).state()).isEqualTo("cancelled");
        assertThat(imports.progress(id).read()).isZero();
        assertThat(chunks(id)).isZero();
    }

    @Test
    void an_import_refuses_what_its_state_does_not_allow() {
        // given one that somebody else starts between this person's look and their start
        UUID id = upload("Prospect ID\n1\n");
        imports.start(id, null, null, "once", null);

        // then
        assertThatThrownBy(() -> jobs.queue(id, null, "{}", "twice", null, null))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("queued");
        assertThat(imports.progress(id).origin()).isEqualTo("once");

        // when
        runner.runAll();

        // then
        assertThatThrownBy(() -> imports.cancel(id))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("done");
    }

    @Test
    void a_rep_imports_nothing() {
        cast.actingAs("ada");
        assertThatThrownBy(() -> upload("ID\n1\n")).isInstanceOf(Forbidden.class);
    }

    private static String rows(int count) {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < count; i++) {
            rows.append("p-").append(i).append(",Google,").append(i % 7).append('\n');
        }
        return rows.toString();
    }

    private UUID upload(String text) {
        return imports.upload("leads.csv", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private ImportProgress run(String text, ImportMapping mapping, String origin) {
        return run(text.getBytes(StandardCharsets.UTF_8), mapping, origin);
    }

    private ImportProgress run(byte[] bytes, ImportMapping mapping, String origin) {
        UUID id = imports.upload("leads.csv", new ByteArrayInputStream(bytes));
        imports.start(id, mapping, null, origin, null);
        runner.runAll();
        return imports.progress(id);
    }

    private ImportBatches.File fileOf(ImportJobs.Job job, CsvRows rows) {
        return new ImportBatches.File(
                job.id(),
                new MappedColumns(rows.header(), ImportMapping.byNames(), new Synonyms()),
                new org.leadrelay.lead.Origin(
                        job.originName(), org.leadrelay.lead.Origin.Kind.IMPORT, null, "mara", null),
                false);
    }

    private LeadCard onlyLead(String origin) {
        UUID id = jdbc.sql("select id from lead where origin = ?")
                .param(origin)
                .query(UUID.class)
                .single();
        assertThat(cards.page(LeadQuery.first(1), person.get()).total()).isPositive();
        return cards.card(id);
    }

    private long leads(String origin) {
        return jdbc.sql("select count(*) from lead where origin = ?")
                .param(origin)
                .query(Long.class)
                .single();
    }

    private long chunks(UUID id) {
        return jdbc.sql("select count(*) from import_chunk where import_id = ?")
                .param(id)
                .query(Long.class)
                .single();
    }
}
