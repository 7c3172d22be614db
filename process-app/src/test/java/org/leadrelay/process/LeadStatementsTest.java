package org.leadrelay.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToIntFunction;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.leadrelay.lead.Capture;
import org.leadrelay.lead.Field;
import org.leadrelay.lead.LeadCapture;
import org.leadrelay.lead.Origin;
import org.leadrelay.testing.SettableClock;
import org.leadrelay.testing.Statements;
import org.leadrelay.worklist.TaskCommands;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What a lead costs the database from captured to won, and a missed hand-off, in statements: the ends of transactions and every job
 * included.
 */
class LeadStatementsTest extends JourneyTest {

    /** What it takes today, with a few to spare. Who adds one on this way says here why. */
    private static final int MOST = 112;

    /** The same of the capture of a new lead alone. */
    private static final int MOST_OF_A_CAPTURE = 8;

    /** The same of a hand-off of which the rep is reminded and that is taken back: two deadlines. */
    private static final int MOST_OF_A_MISSED_HAND_OFF = 70;

    /** How often a lead that is won is sent to the database and back: what goes together is waited for once. */
    private static final int MOST_ROUND_TRIPS = 91;

    private static final int MOST_ROUND_TRIPS_OF_A_MISSED_HAND_OFF = 60;

    /** PostgreSQL plans a prepared statement anew so often before it compares; the driver prepares what it has sent five times. */
    private static final int PLANNED_ANEW = 5;

    private static final int OFTEN = 16;
    private static final int MANY = 20_000;

    /** What is counted of a walk. */
    private ToIntFunction<Runnable> count = Statements::of;

    @Autowired
    LeadCapture leads;

    @Autowired
    TaskCommands work;

    @Autowired
    SettableClock clock;

    @Autowired
    DataSource dataSource;

    @Test
    void a_lead_that_is_won_takes_no_more_statements_than_are_written_here() {
        // given: what is read once and kept
        walk(1);
        walk(2);

        // when
        int statements = walk(3);

        // then
        assertThat(statements).isLessThanOrEqualTo(MOST);
    }

    @Test
    void the_database_is_waited_for_no_more_often_than_is_written_here() {
        // given: what is read once and kept
        count = Statements::roundTrips;
        walk(201);
        walk(202);
        miss(203);
        miss(204);

        // when
        int roundTrips = walk(205);
        int ofAMissedHandOff = miss(206);

        // then
        assertThat(roundTrips).isLessThanOrEqualTo(MOST_ROUND_TRIPS);
        assertThat(ofAMissedHandOff).isLessThanOrEqualTo(MOST_ROUND_TRIPS_OF_A_MISSED_HAND_OFF);
    }

    @Test
    void a_capture_of_a_new_lead_takes_no_more_statements_than_are_written_here() {
        // given: what is read once and kept
        capture(4);
        capture(5);

        // when
        int statements = Statements.of(() -> capture(6));

        // then
        assertThat(statements).isLessThanOrEqualTo(MOST_OF_A_CAPTURE);
    }

    @Test
    void a_missed_hand_off_takes_no_more_statements_than_are_written_here() {
        // given: what is read once and kept
        miss(7);
        miss(8);

        // when
        int statements = miss(9);

        // then
        assertThat(statements).isLessThanOrEqualTo(MOST_OF_A_MISSED_HAND_OFF);
    }

    @Test
    void what_is_written_over_and_over_in_one_statement_is_not_planned_each_time() throws SQLException {
        // given: among few rows any plan is as good as another
        jdbc.sql("""
            insert into act_ru_job (id_, rev_, type_, exclusive_, suspension_state_)
            select 'many' || n, 1, 'timer', false, 2 from generate_series(1, ?) n
            """).param(MANY).update();
        jdbc.sql("""
            insert into act_ru_variable (id_, rev_, type_, name_)
            select 'many' || n, 1, 'null', 'many' from generate_series(1, ?) n
            """).param(MANY).update();

        // when
        for (int number = 10; number < 10 + OFTEN; number++) {
            walk(number);
            miss(100 + number);
        }

        jdbc.sql("delete from act_ru_job where id_ like 'many%'").update();
        jdbc.sql("delete from act_ru_variable where id_ like 'many%'").update();

        // then: on whichever connection
        List<String> plannedAnew = new ArrayList<>();
        long planned = onEachConnection(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                            select statement, custom_plans, generic_plans from pg_prepared_statements
                            where statement like 'with part%' or statement like 'with write_%'
                            """);
                    ResultSet rows = select.executeQuery()) {
                long kept = 0;
                while (rows.next()) {
                    kept += rows.getLong(3) > 0 ? 1 : 0;
                    if (rows.getLong(2) > PLANNED_ANEW) {
                        plannedAnew.add(rows.getString(1));
                    }
                }
                return kept;
            }
        });
        assertThat(planned).isGreaterThan(8);
        assertThat(plannedAnew).isEmpty();
    }

    /** What is asked of a connection. */
    private interface Ask {
        long of(Connection connection) throws SQLException;
    }

    /** The sum over all that have been used: the first ones that are handed out. */
    private long onEachConnection(Ask ask) throws SQLException {
        try (Connection first = dataSource.getConnection();
                Connection second = dataSource.getConnection();
                Connection third = dataSource.getConnection()) {
            return ask.of(first) + ask.of(second) + ask.of(third);
        }
    }

    /** A rep is reminded of a hand-off and misses it, and another one is chosen. */
    private int miss(int number) {
        UUID lead = capture(number);
        jobs(lead);
        clock.advance(Duration.ofDays(1));
        int counted = 0;
        for (String event : List.of("Event_AnswerReminder", "Event_AnswerOverdue")) {
            String timer = jdbc.sql("""
                select j.id_ from act_ru_job j join act_ru_execution e on e.id_ = j.process_instance_id_
                where e.business_key_ = ? and j.type_ = 'timer' and j.handler_cfg_ = ?
                """)
                    .params(lead.toString(), event)
                    .query(String.class)
                    .single();
            counted += count.applyAsInt(() -> engine.getManagementService().executeJob(timer)) + jobs(lead);
        }
        assertThat(journeys.task(lead, "Activity_AnswerHandOff")).isNotNull();
        return counted;
    }

    private int walk(int number) {
        AtomicReference<UUID> lead = new AtomicReference<>();
        int counted = count.applyAsInt(() -> lead.set(capture(number))) + jobs(lead.get());
        counted += answer(lead.get(), "Activity_AnswerHandOff", Map.of("outcome", "accept"));
        counted += answer(lead.get(), "Activity_MakeContact", Map.of("outcome", "reached", "channel", "call"));
        counted += answer(lead.get(), "Activity_DecideOutcome", Map.of("outcome", "won"));
        assertThat(journeys.end(lead.get())).isEqualTo("won");
        return counted;
    }

    private UUID capture(int number) {
        Map<Field, String> fields = Map.of(
                Field.NAME, "Grace Example " + number,
                Field.EMAIL, "grace" + number + "@works.example",
                Field.PHONE, "+49 30 " + (20_000_000 + number),
                Field.COMPANY, "Example Works",
                Field.COUNTRY, "DE",
                Field.SOURCE, "Web",
                Field.EXTERNAL_ID, "B-" + number,
                Field.PROFILE_SCORE, "19",
                Field.ACTIVITY_SCORE, "17");
        return leads.capture(
                        new Capture(fields, List.of(), List.of(), null),
                        new Origin("tests", Origin.Kind.API, "Web", "tests", null))
                .leadId();
    }

    private int answer(UUID lead, String step, Map<String, ?> answers) {
        String task = journeys.task(lead, step);
        cast.actingAs(journeys.assignee(lead, step));
        try {
            return count.applyAsInt(() -> work.complete(task, answers)) + jobs(lead);
        } finally {
            cast.actingAsNobody();
        }
    }

    /** What a job executor would run at once. */
    private int jobs(UUID lead) {
        int counted = 0;
        List<String> due = due(lead);
        while (!due.isEmpty()) {
            List<String> now = due;
            counted += count.applyAsInt(() -> now.forEach(engine.getManagementService()::executeJob));
            due = due(lead);
        }
        return counted;
    }

    private List<String> due(UUID lead) {
        return jdbc.sql("""
            select j.id_ from act_ru_job j join act_ru_execution e on e.id_ = j.process_instance_id_
            where e.business_key_ = ? and j.type_ = 'message'
            """).param(lead.toString()).query(String.class).list();
    }
}
