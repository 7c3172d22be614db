package org.leadrelay.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Actor;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.Mandate;
import org.leadrelay.access.Mandates;
import org.leadrelay.access.Permission;
import org.leadrelay.access.Roles;
import org.leadrelay.platform.Forbidden;
import org.leadrelay.testing.Cast;
import org.leadrelay.testing.Database;
import org.leadrelay.testing.LapRows;
import org.leadrelay.testing.OwnDatabase;
import org.leadrelay.testing.ProductTest;
import org.leadrelay.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the boards tell of single people and of leads that the reader may not see. */
@ProductTest
@OwnDatabase
class BoardPeopleTest {

    private static final String ALL = "became.handedOver";

    @Autowired
    BoardReports reports;

    @Autowired
    Mandates mandates;

    @Autowired
    CurrentPerson current;

    @Autowired
    SettableClock clock;

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
    }

    @Test
    void a_deputy_who_is_a_rep_reads_the_names_of_their_own_leads_alone() {
        // given
        lap("rita", "Grace Hopper");
        UUID others = lap("otto", "Ada Lovelace");
        mandates.give(Mandate.HEAD_OF_SALES, null, Set.of("rita"), null);

        // when
        cast.actingAs("rita");

        // then
        assertThat(names()).containsExactlyInAnyOrder("Grace Hopper", null);
        assertThat(leads(null))
                .filteredOn(each -> each.lead() == null)
                .extracting(LeadOfNumber::leadId)
                .containsExactly(others);
    }

    @Test
    void whoever_reads_boards_and_may_see_no_lead_reads_no_name() {
        // given
        lap("rita", "Grace Hopper");
        Actor reader = Actor.person("bea", "Bea", Set.of(), Set.of(Permission.READ_BOARDS), Set.of());

        // then
        assertThat(current.as(reader, this::names)).hasSize(1).containsOnlyNulls();
        cast.actingAs("hana");
        assertThat(names()).containsExactly("Grace Hopper");
    }

    @Test
    void a_lead_that_was_merged_is_called_as_whoever_survived_and_is_as_visible() {
        // given
        UUID gone = lap("rita", "Old Name");
        UUID stays = lap("otto", "New Name");
        jdbc.sql("update lead set merged_into = ?, owner = null where id = ?")
                .params(stays, gone)
                .update();
        mandates.give(Mandate.HEAD_OF_SALES, null, Set.of("otto"), null);

        // when
        cast.actingAs("otto");

        // then
        assertThat(names()).containsExactly("New Name", "New Name");
    }

    @Test
    void a_rep_without_a_team_does_not_stand_alone_beside_teams_that_are_large_enough() {
        // given
        people("n1", "n2", "n3", "n4", "s1", "s2", "s3", "s4", "solo", "idle");
        UUID north = cast.team("North", "n1", "n2", "n3", "n4");
        UUID south = cast.team("South", "s1", "s2", "s3", "s4");
        lap("n1", "One");
        lap("s1", "Two");
        cast.actingAs("hana");
        assertThat(groups()).as("nobody is left").containsOnlyKeys("North", "South");

        // when
        UUID alone = lap("solo", "Three");

        // then
        assertThat(groups()).containsValues(1L, 2L).hasSize(2).containsEntry(Grouping.UNKNOWN, 2L);
        assertThat(leads(Grouping.UNKNOWN))
                .extracting(LeadOfNumber::leadId)
                .contains(alone)
                .hasSize(2);
        assertThat(List.of(north, south)).filteredOn(this::isRefused).hasSize(1);
        assertThat(reports.choices().teams()).hasSize(1);
    }

    @Test
    void one_team_less_another_tells_of_no_single_person() {
        // given
        people("p1", "p2", "p3", "p4", "p5", "q1", "q2", "q3", "q4");
        UUID four = cast.team("Four", "p1", "p2", "p3", "p4");
        UUID five = cast.team("Five", "p1", "p2", "p3", "p4", "p5");
        cast.team("Rest", "q1", "q2", "q3", "q4");
        for (String each : List.of("p1", "p5", "q1")) {
            lap(each, each);
        }

        // when
        cast.actingAs("hana");

        // then
        assertThat(groups()).containsOnlyKeys("Five", "Rest").containsEntry("Five", 2L);
        assertThat(isRefused(four)).isTrue();
        assertThat(isRefused(five)).isFalse();
    }

    @Test
    void the_whole_less_a_team_tells_of_no_single_person() {
        // given
        people("p1", "p2", "p3", "p4", "p5", "p6");
        UUID most = cast.team("Most", "p1", "p2", "p3", "p4", "p5");
        cast.team("All", "p1", "p2", "p3", "p4", "p5", "p6");
        lap("p1", "One");
        lap("p6", "Six");

        // when
        cast.actingAs("hana");

        // then
        assertThat(isRefused(most)).isTrue();
        assertThat(groups()).containsOnlyKeys("All");
    }

    private void people(String... logins) {
        for (String each : logins) {
            cast.person(each, Roles.SALES_REP);
        }
    }

    private UUID lap(String rep, String name) {
        people(rep);
        return new LapRows(jdbc).accepted(rep, name);
    }

    private List<@Nullable String> names() {
        return leads(null).stream().<@Nullable String>map(LeadOfNumber::lead).toList();
    }

    /** Of a team; null for all. */
    private List<LeadOfNumber> leads(@Nullable String group) {
        BoardFilter filter = group == null ? BoardFilter.ALL : BoardFilter.ALL.by(Grouping.TEAM);
        return reports.leads(new DrillDownQuery(Board.BECAME, filter, ALL, group, BoardPart.NUMERATOR), 0, 50)
                .items();
    }

    private Map<String, Long> groups() {
        Map<String, Long> groups = new HashMap<>();
        reports.board(Board.BECAME, BoardFilter.ALL.by(Grouping.TEAM)).numbers().stream()
                .filter(each -> each.id().equals(ALL))
                .forEach(each -> groups.put(String.valueOf(each.group()), each.n()));
        return groups;
    }

    private boolean isRefused(UUID team) {
        BoardFilter filter = new BoardFilter(null, null, null, null, null, team, null, null, null, null, null, null);
        try {
            reports.board(Board.BECAME, filter);
            return false;
        } catch (Forbidden smallTeam) {
            return true;
        }
    }
}
