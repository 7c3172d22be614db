package org.leadrelay.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.ZoneId;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Roles;
import org.leadrelay.platform.Forbidden;
import org.leadrelay.platform.NodeBroadcast;
import org.leadrelay.platform.NotFound;
import org.leadrelay.testing.Cast;
import org.leadrelay.testing.OwnDatabase;
import org.leadrelay.testing.ProductTest;
import org.leadrelay.workingtime.WorkedExamples;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;

/** Whose hours count, and that every node knows when it changes. */
@ProductTest
@OwnDatabase
class CalendarUsersTest {

    @Autowired
    BusinessCalendars calendars;

    @Autowired
    CalendarAdministration keeping;

    @Autowired
    CalendarUsers users;

    @Autowired
    CalendarIndex index;

    @Autowired
    Cast cast;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource dataSource;

    @Autowired
    TransactionTemplate transactions;

    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final String tokyo = "tokyo-" + mark;
    private final String denver = "denver-" + mark;
    private String rep;
    private UUID team;

    @BeforeEach
    void twoOfficesAndARepInATeam() {
        cast.person("boss", Roles.SALES_MANAGER);
        rep = cast.person("rep-" + mark, Roles.SALES_REP);
        team = cast.team("Team " + mark, rep, "boss");
        save(tokyo, "Asia/Tokyo");
        save(denver, "America/Denver");
        cast.actingAs("boss");
    }

    @AfterEach
    void everybodyIsAsBefore() {
        cast.actingAsNobody();
        users.takeFromRep(rep);
        users.takeFromTeam(team);
    }

    @Test
    void a_reps_own_calendar_goes_before_the_teams_and_that_before_the_default() {
        // given
        ZoneId normal =
                calendars.newest(BusinessCalendars.DEFAULT).orElseThrow().zone();
        assertThat(calendars.forRep(rep).zone()).isEqualTo(normal);
        assertThat(calendars.ownOf(rep)).isEmpty();

        // when, then
        users.giveTeam(team, tokyo);
        assertThat(calendars.forRep(rep).zone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
        assertThat(calendars.forTeam(team).orElseThrow().zone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
        users.giveRep(rep, denver);
        assertThat(calendars.forRep(rep).zone()).isEqualTo(ZoneId.of("America/Denver"));
        assertThat(users.of(denver).reps()).extracting(CalendarUse.Rep::login).containsExactly(rep);
        users.takeFromRep(rep);
        assertThat(calendars.forRep(rep).zone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
        users.takeFromTeam(team);
        assertThat(calendars.forRep(rep).zone()).isEqualTo(normal);
    }

    @Test
    void who_leaves_a_team_leaves_its_hours() {
        // given
        users.giveTeam(team, tokyo);
        assertThat(calendars.ownOf(rep)).isPresent();
        // when
        cast.team("Team " + mark, "boss");
        // then
        assertThat(calendars.ownOf(rep)).isEmpty();
    }

    @Test
    void a_new_version_counts_at_once_and_the_old_one_stays_as_it_was() {
        // given
        users.giveRep(rep, denver);
        int before = calendars.forRep(rep).version();
        // when
        keeping.save(
                denver,
                WorkedExamples.after(before, WorkedExamples.weekdays("Denver", "America/Denver", "07:00", "15:00")));
        // then
        assertThat(calendars.forRep(rep).version()).isGreaterThan(before);
        assertThat(calendars.version(before).hours().toString()).contains("09:00");
        assertThat(calendars.idOf(before)).isEqualTo(denver);
    }

    @Test
    void the_other_node_reads_again() throws InterruptedException {
        // given
        users.giveRep(rep, denver);
        int before = calendars.forRep(rep).version();
        LinkedBlockingQueue<String> told = new LinkedBlockingQueue<String>();
        NodeBroadcast otherNode = new NodeBroadcast(jdbc, dataSource);
        otherNode.listen("calendars", told::add, () -> told.add("listening"));
        otherNode.start();
        assertThat(told.poll(10, TimeUnit.SECONDS)).isEqualTo("listening");
        try {
            // when the change is made here
            users.giveRep(rep, tokyo);
            // then
            assertThat(told.poll(10, TimeUnit.SECONDS)).isEmpty();
            int after = calendars.forRep(rep).version();
            assertThat(after).isNotEqualTo(before);

            // when it is made there, behind this node's back
            jdbc.sql("update calendar_of_rep set calendar_id = ? where login = ?")
                    .params(denver, rep)
                    .update();
            assertThat(calendars.forRep(rep).version()).isEqualTo(after);
            otherNode.tell("calendars", "");
            // then
            for (int i = 0; calendars.forRep(rep).version() != before && i < 100; i++) {
                told.poll(100, TimeUnit.MILLISECONDS);
            }
            assertThat(calendars.forRep(rep).version()).isEqualTo(before);
        } finally {
            otherNode.stop();
        }
    }

    @Test
    void what_rolls_back_was_never_there() {
        // when
        transactions.executeWithoutResult(status -> {
            users.giveRep(rep, denver);
            status.setRollbackOnly();
        });
        // then
        assertThat(calendars.ownOf(rep)).isEmpty();
    }

    @Test
    void the_steady_state_asks_the_database_nothing() {
        // given
        users.giveTeam(team, tokyo);
        calendars.forRep(rep);
        CalendarIndex.Known known = index.known();
        // when, then: the same object, so nothing was read
        calendars.forRep(rep);
        calendars.newest(BusinessCalendars.DEFAULT);
        assertThat(index.known()).isSameAs(known);
        assertThat(calendars.forRep(rep)).isSameAs(calendars.forRep(rep));
    }

    @Test
    void who_and_what_must_exist() {
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> users.giveRep("nobody-" + mark, tokyo));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> users.giveRep(rep, "nowhere"));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> users.giveTeam(UUID.randomUUID(), tokyo));
        cast.actingAs(rep);
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> users.giveRep(rep, tokyo));
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> users.takeFromTeam(team));
    }

    @Test
    void it_is_given_and_taken_over_rest() throws Exception {
        RequestPostProcessor boss = httpBasic("boss", Cast.PASSWORD);
        for (String path : new String[] {"/api/calendar-of/reps/" + rep, "/api/calendar-of/teams/" + team}) {
            mvc.perform(get(path).with(boss)).andExpect(status().isNotFound());
            mvc.perform(put(path).with(boss).contentType(APPLICATION_JSON).content("{\"calendar\": \"" + tokyo + "\"}"))
                    .andExpect(status().isOk());
            mvc.perform(get(path).with(boss)).andExpect(jsonPath("$.calendar").value(tokyo));
            mvc.perform(put(path).with(boss).contentType(APPLICATION_JSON).content("{}"))
                    .andExpect(status().isUnprocessableEntity())
                    .andExpect(jsonPath("$.field").value("calendar"));
        }
        mvc.perform(get("/api/calendars/" + tokyo).with(boss))
                .andExpect(jsonPath("$.usedBy.reps[0].login").value(rep))
                .andExpect(jsonPath("$.usedBy.teams[0].name").value("Team " + mark));
        mvc.perform(delete("/api/calendar-of/reps/" + rep).with(boss)).andExpect(status().isNoContent());
        mvc.perform(delete("/api/calendar-of/teams/" + team).with(httpBasic(rep, Cast.PASSWORD)))
                .andExpect(status().isForbidden());
    }

    private void save(String id, String zone) {
        keeping.save(id, WorkedExamples.weekdays(id, zone, "09:00", "17:00"));
    }
}
