package org.leadrelay.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Mandate;
import org.leadrelay.access.Mandates;
import org.leadrelay.access.Roles;
import org.leadrelay.board.Board;
import org.leadrelay.board.BoardFilter;
import org.leadrelay.board.BoardPart;
import org.leadrelay.board.BoardReports;
import org.leadrelay.board.DrillDownQuery;
import org.leadrelay.board.LeadOfNumber;
import org.leadrelay.testing.Cast;
import org.leadrelay.testing.Connections;
import org.leadrelay.testing.Database;
import org.leadrelay.testing.LapRows;
import org.leadrelay.testing.OwnDatabase;
import org.leadrelay.testing.ProductTest;
import org.leadrelay.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** The boards as files. */
@ProductTest
@OwnDatabase
class BoardExportsTest {

    private static final DrillDownQuery HANDED_OVER =
            new DrillDownQuery(Board.BECAME, BoardFilter.ALL, "became.handedOver", null, BoardPart.NUMERATOR);

    private static final String LEADS = "/api/boards/became/leads.csv?number=became.handedOver";

    @Autowired
    MockMvc http;

    @Autowired
    BoardExports exports;

    @Autowired
    BoardReports reports;

    @Autowired
    Mandates mandates;

    @Autowired
    SettableClock clock;

    @Autowired
    DataSource connections;

    @Autowired
    Database database;

    @Autowired
    Cast cast;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void nobodyHasWorkedYet() {
        database.empty();
        clock.set(SettableClock.MONDAY_MORNING);
        cast.person("hana", Roles.PROCESS_OWNER);
        cast.person("rita", Roles.SALES_REP);
        cast.person("otto", Roles.SALES_REP);
    }

    @Test
    void rest_and_page_write_the_same_columns_under_other_headings() throws Exception {
        // given
        lap("rita", "Grace Hopper");
        cast.actingAs("hana");
        String german = file(HANDED_OVER, Locale.GERMAN);

        // when
        String rest = rest(LEADS, "hana");

        // then
        assertThat(rest.lines().findFirst().orElseThrow())
                .isEqualTo("id,leadId,lead,journey,lap,source,entered,reached,fit,maturity,reason,reasonWords,rep,end,"
                        + "dealValue,currency");
        assertThat(german.lines().findFirst().orElseThrow())
                .startsWith("Zeile,Kennung des Leads,Lead,Weg")
                .doesNotContain("column.");
        assertThat(german.lines().skip(1)).isEqualTo(rest.lines().skip(1).toList());
        assertThat(rest).contains("Grace Hopper").doesNotContain("rita");
        assertThat(rest("/api/boards/became.csv", "hana").lines().findFirst().orElseThrow())
                .startsWith("number,words,unit,clock,group,groupWords,said,currency,n,d,value");
    }

    @Test
    void whoever_may_not_see_a_lead_takes_it_out_without_its_name() throws Exception {
        // given
        lap("rita", "Grace Hopper");
        UUID others = lap("otto", "Ada Lovelace");
        mandates.give(Mandate.HEAD_OF_SALES, null, Set.of("rita"), null);

        // when
        String file = rest(LEADS, "rita");

        // then
        assertThat(file).contains("Grace Hopper", others.toString()).doesNotContain("Ada Lovelace", "otto");
    }

    @Test
    void a_name_that_a_spreadsheet_would_run_is_harmless() throws Exception {
        // given
        lap("rita", "=cmd|' /C calc'!A0");

        // then
        assertThat(rest(LEADS, "hana")).contains(",'=cmd|").doesNotContain(",=cmd|");
    }

    @Test
    void a_file_is_on_record_with_what_was_asked_and_how_many() throws Exception {
        // given
        lap("rita", "Grace Hopper");
        lap("otto", "Ada Lovelace");

        // when
        rest(LEADS + "&source=Webinar", "hana");

        // then
        assertThat(jdbc.sql("select what || ' ' || rows || ' ' || person from export_log")
                        .query(String.class)
                        .list())
                .containsExactly("board-leads 2 hana");
        assertThat(jdbc.sql("select filter from export_log").query(String.class).single())
                .contains("number=became.handedOver", "source=Webinar");
    }

    @Test
    void what_is_not_shown_is_not_taken_out() throws Exception {
        // given
        lap("rita", "Grace Hopper");
        UUID small = cast.team("Small", "rita", "otto");

        // then
        for (String path : List.of("/api/boards/became.csv?", LEADS + "&")) {
            http.perform(get(path + "team=" + small).with(httpBasic("hana", Cast.PASSWORD)))
                    .andExpect(status().isForbidden())
                    .andExpect(jsonPath("$.detail", containsString("fewer than 4")));
            http.perform(get(path + "rep=rita").with(httpBasic("hana", Cast.PASSWORD)))
                    .andExpect(status().isForbidden())
                    .andExpect(jsonPath("$.detail", containsString("boards-people")));
        }
        http.perform(get("/api/boards/became/leads.csv").with(httpBasic("hana", Cast.PASSWORD)))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors[0].field").value("number"));
        assertThat(jdbc.sql("select count(*) from export_log").query(Long.class).single())
                .isZero();
    }

    @Test
    void rows_are_read_while_they_are_written() {
        // given
        lap("rita", "Grace Hopper");
        copies(4_999);
        cast.actingAs("hana");
        Set<String> read = new HashSet<>();

        // when: all but the first ones are gone once the first one is there
        reports.eachLead(HANDED_OVER, row -> {
            if (read.isEmpty()) {
                jdbc.sql("delete from lap_fact").update();
            }
            read.add(row.id());
        });

        // then
        assertThat(read).hasSize(2_000);
    }

    @Test
    void a_file_gives_its_connection_back() throws Exception {
        // given
        lap("rita", "Grace Hopper");
        cast.actingAs("hana");

        // then
        Connections.left(connections, 1, () -> {
            for (int i = 0; i < 5; i++) {
                assertThat(file(HANDED_OVER, Locale.ENGLISH).lines()).hasSize(2);
            }
            return null;
        });
    }

    @Test
    void each_row_is_written_once_though_all_came_in_at_the_same_moment() throws IOException {
        // given
        lap("rita", "Grace Hopper");
        copies(4_999);
        cast.actingAs("hana");

        // when
        List<String> lines = file(HANDED_OVER, Locale.ENGLISH).lines().skip(1).toList();

        // then
        assertThat(lines).hasSize(5_000).doesNotHaveDuplicates();
        assertThat(lines).isSortedAccordingTo(java.util.Comparator.comparing(line -> line.split(",", 2)[0]));
    }

    @Test
    void a_lap_of_a_rep_in_two_teams_is_one_row_when_no_team_is_chosen() {
        // given
        String[] reps = Stream.of("r1", "r2", "r3", "r4", "r5", "r6", "r7", "r8", "r9", "r10", "r11", "r12")
                .map(each -> cast.person(each, Roles.SALES_REP))
                .toArray(String[]::new);
        cast.team("One", Arrays.copyOfRange(reps, 0, 8));
        cast.team("Two", Arrays.copyOfRange(reps, 4, 12));
        lap("r5", "Grace Hopper");
        cast.actingAs("hana");
        DrillDownQuery asked = new DrillDownQuery(
                Board.BECAME,
                BoardFilter.ALL.by(org.leadrelay.board.Grouping.TEAM),
                "became.handedOver",
                null,
                BoardPart.NUMERATOR);

        // then
        assertThat(reports.leads(asked, 0, 10).items())
                .extracting(LeadOfNumber::id)
                .hasSize(1);
        assertThat(reports.countLeads(asked)).isEqualTo(1);
    }

    private UUID lap(String rep, String name) {
        return new LapRows(jdbc).accepted(rep, name);
    }

    /** Of the one lap that there is. */
    private void copies(int more) {
        jdbc.sql("""
            insert into lap_fact select copy.* from lap_fact f cross join generate_series(1, ?) n,
                lateral jsonb_populate_record(f, jsonb_build_object('lead_id', md5(n::text)::uuid)) copy
            """).param(more).update();
    }

    private String file(DrillDownQuery asked, Locale reader) throws IOException {
        ByteArrayOutputStream into = new ByteArrayOutputStream();
        exports.leads(asked, new CsvContext("", reader, true), into);
        return into.toString(StandardCharsets.UTF_8);
    }

    private String rest(String path, String login) throws Exception {
        return http.perform(get(path).with(httpBasic(login, Cast.PASSWORD)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
