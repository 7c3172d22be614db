package org.leadrelay.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.platform.NodeBroadcast;
import org.leadrelay.testing.Cast;
import org.leadrelay.testing.Database;
import org.leadrelay.testing.OwnDatabase;
import org.leadrelay.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whose task a notice speaks of, where the charter names its step otherwise than its clause. */
@ProductTest
@OwnDatabase
@Import(Desk.Furniture.class)
class HeldTasksTest {

    @Autowired
    HeldTasks held;

    @Autowired
    Desk desk;

    @Autowired
    Cast cast;

    @Autowired
    Database database;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    NodeBroadcast nodes;

    private UUID lead;

    @BeforeEach
    void aClauseWhoseStepHasAnotherName() {
        database.empty();
        Desk.staff(cast);
        name("makeContact", "Activity_FirstCall");
        lead = desk.lead();
    }

    @AfterEach
    void asItWas() {
        name("makeContact", "Activity_MakeContact");
        database.empty();
    }

    private void name(String clause, String element) {
        jdbc.sql("update charter_clause set element = ? where clause = ?")
                .params(element, clause)
                .update();
        nodes.tellEveryone("charter", "1");
    }

    @Test
    void a_task_is_found_by_the_step_that_the_charter_names_for_the_clause() {
        // given
        String task = task("Activity_FirstCall", "ada");
        task("Activity_MakeContact", "ben");

        // then
        assertThat(held.holder(lead, "makeContact")).contains("ada");
        assertThat(held.taskFor(lead, "makeContact", "ada", Set.of())).contains(task);
        assertThat(held.taskFor(lead, "makeContact", "ben", Set.of())).isEmpty();
    }

    @Test
    void of_a_clause_whose_step_the_lead_is_not_at_the_newest_task_counts() {
        // given
        String task = task("Activity_SomethingElse", "ben");

        // then
        assertThat(held.holder(lead, "makeContact")).contains("ben");
        assertThat(held.taskFor(lead, "noSuchClause", "ben", Set.of())).contains(task);
    }

    private String task(String step, String assignee) {
        return desk.task(lead, step, "sales-rep", assignee, "normal", Duration.ofHours(2));
    }
}
