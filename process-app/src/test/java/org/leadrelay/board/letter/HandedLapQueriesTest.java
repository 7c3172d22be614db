package org.leadrelay.board.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.platform.Sql;
import org.leadrelay.testing.LapRows;
import org.leadrelay.testing.OwnDatabase;
import org.leadrelay.testing.ProductTest;
import org.leadrelay.testing.SettableClock;
import org.leadrelay.testing.Statements;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which laps are whose, and how many stand where. */
@ProductTest
@OwnDatabase
class HandedLapQueriesTest {

    private static final Instant NOW = SettableClock.MONDAY_MORNING;
    private static final Instant SINCE = NOW.minus(Duration.ofDays(180));
    private static final Instant FROM = NOW.minus(Duration.ofDays(28));
    private static final Instant UNTIL = NOW.plus(Duration.ofDays(1));

    @Autowired
    HandedLapQueries queries;

    @Autowired
    JdbcClient jdbc;

    private LapRows laps;

    @BeforeEach
    void nothing() {
        jdbc.sql("delete from lap_fact").update();
        jdbc.sql("delete from task_done").update();
        laps = new LapRows(jdbc);
    }

    @Test
    void a_lead_belongs_to_whoever_answered_for_it_last_before_it_was_handed_over() {
        // given
        UUID lead = UUID.randomUUID();
        answered(lead, "mara", "Activity_QualifyLead", NOW.minusSeconds(100));
        answered(lead, "milan", "Activity_CompleteLead", NOW.minusSeconds(10));
        answered(lead, "later", "Activity_QualifyLead", NOW.plusSeconds(10));
        answered(lead, "reviewer", "Activity_ReviewRejection", NOW.minusSeconds(5));
        answered(UUID.randomUUID(), "other", "Activity_QualifyLead", NOW);
        laps.of(lead, "Web", NOW.minusSeconds(500)).add();
        laps.of(lead, "Web", NOW.minusSeconds(50)).lap(2).add();
        laps.of(lead, "Web", NOW).lap(3).add();
        laps.of(UUID.randomUUID(), "Web", NOW).add();

        // then
        assertThat(of("mara")).containsExactly(2);
        assertThat(of("milan")).containsExactly(3);
        assertThat(of("later")).isEmpty();
        assertThat(of("reviewer")).isEmpty();
        assertThat(of("other")).isEmpty();
    }

    @Test
    void an_answer_of_long_ago_and_a_lap_of_other_weeks_are_nobodys() {
        // given
        UUID old = UUID.randomUUID();
        UUID before = UUID.randomUUID();
        answered(old, "mara", "Activity_QualifyLead", SINCE.minusSeconds(1));
        answered(before, "mara", "Activity_QualifyLead", FROM.minusSeconds(10));
        laps.of(old, "Web", NOW).add();
        laps.of(before, "Web", FROM.minusSeconds(1)).add();

        // then
        assertThat(of("mara")).isEmpty();
    }

    @Test
    void all_are_counted_where_they_stand_in_one_statement() {
        // given
        laps.of(UUID.randomUUID(), "Web", NOW).add();
        laps.of(UUID.randomUUID(), "Web", NOW).add();
        laps.of(UUID.randomUUID(), "Web", NOW).won(NOW).add();
        laps.of(UUID.randomUUID(), "Web", UNTIL).won(NOW).add();
        UUID merged = UUID.randomUUID();
        laps.of(merged, "Web", NOW).add();
        jdbc.sql("update lap_fact set outside = 'merged' where lead_id = ?")
                .param(merged)
                .update();

        // then
        assertThat(queries.states(FROM, UNTIL).counts()).isEqualTo(Map.of("UNANSWERED", 2L, "WON", 1L));
        assertThat(Statements.of(() -> queries.states(FROM, UNTIL))).isEqualTo(1);
        assertThat(Statements.of(() -> of("mara"))).isEqualTo(1);
    }

    private List<Integer> of(String marketer) {
        return queries.of(marketer, SINCE, FROM, UNTIL).stream()
                .map(HandedLap::lap)
                .toList();
    }

    private void answered(UUID lead, String by, String step, Instant at) {
        jdbc.sql("insert into task_done values (?, ?, ?, 'Step', 'marketing', ?, ?)")
                .params(UUID.randomUUID().toString(), lead, step, by, Sql.time(at))
                .update();
    }
}
