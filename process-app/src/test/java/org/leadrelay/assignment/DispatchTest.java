package org.leadrelay.assignment;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.leadrelay.access.People;
import org.leadrelay.lead.LeadLock;
import org.leadrelay.testing.LeadRows;
import org.leadrelay.testing.SettableClock;
import org.leadrelay.testing.Week;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** What tests of hand-offs begin with: Monday at ten, a pool without reps, and a dispatcher that is driven by hand. */
abstract class DispatchTest {

    @Autowired
    HandOffs handOffs;

    @Autowired
    Reps reps;

    @Autowired
    Attendance attendance;

    @Autowired
    People people;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Pool pool;

    @Autowired
    WaitingRoom room;

    @Autowired
    ClockOpenings openings;

    @Autowired
    LeadLock leadLock;

    @Autowired
    PlatformTransactionManager transactions;

    LeadRows leads;
    Crew crew;
    Journey journey;
    Dispatcher dispatcher;

    /** From 9 to 17 in Berlin seven working hours are left of this Monday. */
    @BeforeEach
    void anEmptyPoolOnMondayAtTen() {
        clock.set(Week.monday("10:00"));
        leads = new LeadRows(jdbc);
        crew = new Crew(people, reps, jdbc);
        crew.alone();
        journey = new Journey();
        dispatcher = aNode();
    }

    @AfterEach
    void leaveTheOthersAsTheyWere() {
        crew.goHome();
    }

    /** Another node that sends waiting leads on. */
    Dispatcher aNode() {
        return journey.dispatcher(pool, room, leadLock, openings, transactions);
    }

    boolean isWaiting(UUID lead) {
        return jdbc.sql("select exists (select from hand_off_waiting where lead_id = ?)")
                .param(lead)
                .query(Boolean.class)
                .single();
    }
}
