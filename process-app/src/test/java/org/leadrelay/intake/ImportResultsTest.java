package org.leadrelay.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Roles;
import org.leadrelay.lead.FactChange;
import org.leadrelay.lead.LeadCommands;
import org.leadrelay.platform.Forbidden;
import org.leadrelay.testing.Cast;
import org.leadrelay.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@ProductTest
class ImportResultsTest {

    @Autowired
    Imports imports;

    @Autowired
    ImportResults results;

    @Autowired
    ImportRunner runner;

    @Autowired
    LeadCommands life;

    @Autowired
    Cast cast;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    private final String origin = UUID.randomUUID().toString();

    @BeforeEach
    void people() {
        cast.person("mara", Roles.MARKETING);
        cast.person("audrey", Roles.AUDITOR);
        cast.person("ada", Roles.SALES_REP);
        cast.actingAs("mara");
    }

    @Test
    void every_row_says_what_became_of_it() {
        // given
        UUID first = run("""
            ID,Name,Company,TotalVisits
            1,Nora Feld,Feld GmbH,3
            2,Otto Berg,Berg AG,4
            3,Pia Tal,Tal KG,5
            4,Rolf See,See OHG,6
            """);
        life.withdraw(lead(first, 5), "not a customer");

        // when
        UUID second = run("""
            ID,Name,Company,TotalVisits,City
            1,Nora Feld,Feld und Wald GmbH,3,Fulda
            2,Otto Berg,Berg AG,4,
            3,Pia Tal,,5,
            4,Rolf See,See OHG,7,
            5,Sven Bach,Bach,1,
            ,Nobody,,1,
            """);

        // then
        assertThat(rows(second, null))
                .extracting(ImportRow::line, ImportRow::outcome, ImportRow::leadName)
                .containsExactly(
                        tuple(2L, ImportRow.Outcome.CHANGED, "Nora Feld"),
                        tuple(3L, ImportRow.Outcome.UNCHANGED, "Otto Berg"),
                        tuple(4L, ImportRow.Outcome.JOINED, "Pia Tal"),
                        tuple(5L, ImportRow.Outcome.RETURNED, "Rolf See"),
                        tuple(6L, ImportRow.Outcome.CREATED, "Sven Bach"),
                        tuple(7L, ImportRow.Outcome.REFUSED, null));
        assertThat(rows(second, null).get(0).changes())
                .containsExactlyInAnyOrder(
                        new FactChange("company", "Company", "Feld GmbH", "Feld und Wald GmbH"),
                        new FactChange("city", "City", null, "Fulda"));
        assertThat(rows(second, null).get(3).changes()).containsExactly(new FactChange("visits", "Visits", "6", "7"));
        assertThat(rows(second, null).get(0).leadId()).isEqualTo(lead(first, 2));
        assertThat(rows(second, null).get(5).reason()).contains("Nothing identifies this lead");
        assertThat(rows(second, null).get(5).leadId()).isNull();
        assertThat(rows(second, "changed")).extracting(ImportRow::line).containsExactly(2L);
        assertThat(imports.progress(second).result()).isEqualTo("partly");
        assertThat(imports.progress(first).result()).isEqualTo("ok");
    }

    @Test
    void a_row_that_fits_two_leads_is_to_be_decided() {
        run("ID,Email,Name\n1,,Mara Ahn\n,a@%s.example,Mara Ahn\n".formatted(origin));

        UUID second = run("ID,Email,Name\n1,a@%s.example,Mara Ahn\n".formatted(origin));

        assertThat(rows(second, "toDecide")).hasSize(1);
    }

    @Test
    void rows_are_sorted_by_each_column_in_both_directions() {
        UUID id = run("ID,Name\n1,Cleo\n2,Anna\n3,Berta\n,Nobody\n");

        assertThat(lines(id, "-line")).containsExactly(5L, 4L, 3L, 2L);
        assertThat(lines(id, "-lead")).containsExactly(2L, 4L, 3L, 5L);
        assertThat(lines(id, "-outcome")).containsExactly(5L, 2L, 3L, 4L);
        assertThat(results.page(id, null, "lead", 1, 2).items())
                .extracting(ImportRow::leadName)
                .containsExactly("Berta", "Cleo");
    }

    @Test
    void the_result_of_an_import_of_refused_rows_only_says_so() throws Exception {
        UUID id = run("Email,Name\nno address,A\nnone either,B\n");

        mvc.perform(get("/api/imports/" + id).with(httpBasic("mara", Cast.PASSWORD)))
                .andExpect(jsonPath("$.state").value("done"))
                .andExpect(jsonPath("$.result").value("refused"));
        UUID nothing = run("Email,Name\n");
        assertThat(imports.progress(nothing).result()).isEqualTo("empty");
    }

    @Test
    void the_rows_are_answered_page_by_page_and_filtered() throws Exception {
        UUID id = run("ID,Name\n1,Tom Ohm\n2,Tim Ehm\n,Nobody\n");

        mvc.perform(get("/api/imports/" + id + "/rows?outcome=created&sort=-line&page=0&size=1")
                        .with(httpBasic("audrey", Cast.PASSWORD)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.total").value(2))
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.items[0].line").value(3))
                .andExpect(jsonPath("$.items[0].outcome").value("created"))
                .andExpect(jsonPath("$.items[0].leadName").value("Tim Ehm"));
        mvc.perform(get("/api/imports/" + id + "/rows?outcome=taken").with(httpBasic("mara", Cast.PASSWORD)))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("refused")));
        mvc.perform(get("/api/imports/" + id + "/rows?sort=cells").with(httpBasic("mara", Cast.PASSWORD)))
                .andExpect(status().isUnprocessableEntity());
        mvc.perform(get("/api/imports/" + UUID.randomUUID() + "/rows").with(httpBasic("mara", Cast.PASSWORD)))
                .andExpect(status().isNotFound());
        mvc.perform(get("/api/imports/" + id + "/rows").with(httpBasic("ada", Cast.PASSWORD)))
                .andExpect(status().isForbidden());
    }

    @Test
    void the_rows_as_a_file_hold_no_formula_and_the_export_is_logged() throws Exception {
        // given
        run("ID,Name,Company\n1,Uwe Rau,Old\n");
        UUID id = run("ID,Name,Company\n1,Uwe Rau,=New\n2,+Eva,\n,Nobody,\n");

        // when
        String file = mvc.perform(get("/api/imports/" + id + "/rows.csv").with(httpBasic("mara", Cast.PASSWORD)))
                .andExpect(status().isOk())
                .andExpect(content().contentType("text/csv;charset=UTF-8"))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);

        // then
        assertThat(file.lines().toList())
                .satisfiesExactly(
                        head -> assertThat(head)
                                .isEqualTo("line,outcome,leadId,lead,changes,field,reason,undo,undoNotes"),
                        changed -> assertThat(changed).startsWith("2,changed,").contains("Company: Old -> =New"),
                        created -> assertThat(created).startsWith("3,created,").contains(",'+Eva,"),
                        refused -> assertThat(refused).startsWith("4,refused,,,,email,\"Nothing identifies"));
        assertThat(jdbc.sql("select what from export_log where filter like ?")
                        .param("leads.csv%")
                        .query(String.class)
                        .list())
                .contains("import rows");
    }

    @Test
    void the_rows_of_one_outcome_as_a_file_are_those_alone() throws IOException {
        UUID id = run("ID,Name\n1,A\n,Nobody\n");
        ByteArrayOutputStream file = new ByteArrayOutputStream();

        results.write(id, "refused", file);

        assertThat(file.toString(StandardCharsets.UTF_8).lines()).hasSize(2);
    }

    @Test
    void a_long_file_is_listed_whole() throws IOException {
        StringBuilder file = new StringBuilder("ID,Name\n");
        for (int i = 0; i < 1_100; i++) {
            file.append(i % 11 == 0 ? ",Nobody" : i + ",").append('\n');
        }
        UUID id = run(file.toString());
        ByteArrayOutputStream all = new ByteArrayOutputStream();

        results.write(id, null, all);

        assertThat(all.toString(StandardCharsets.UTF_8).lines().count()).isEqualTo(1_101);
        assertThat(results.page(id, "refused", "line", 0, 10).total()).isEqualTo(100);
    }

    @Test
    void a_rep_sees_no_rows() {
        UUID id = run("ID\n1\n");
        cast.actingAs("ada");

        assertThatThrownBy(() -> rows(id, null)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> results.write(id, null, new ByteArrayOutputStream()))
                .isInstanceOf(Forbidden.class);
    }

    private List<ImportRow> rows(UUID importId, String outcome) {
        return results.page(importId, outcome, "line", 0, 100).items();
    }

    private List<Long> lines(UUID importId, String sort) {
        return results.page(importId, null, sort, 0, 100).items().stream()
                .map(ImportRow::line)
                .toList();
    }

    private UUID lead(UUID importId, long line) {
        return rows(importId, null).stream()
                .filter(each -> each.line() == line)
                .findFirst()
                .orElseThrow()
                .leadId();
    }

    private UUID run(String text) {
        UUID id = imports.upload("leads.csv", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        imports.start(id, null, null, origin, null);
        runner.runAll();
        return id;
    }
}
