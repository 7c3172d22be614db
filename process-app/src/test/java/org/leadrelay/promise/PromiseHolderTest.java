package org.leadrelay.promise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.testing.LeadRows;
import org.leadrelay.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever holds the step when the transaction ends has its running promise to keep. */
@ProductTest
class PromiseHolderTest {

    private static final String CLAUSE = "makeContact";
    private static final String STEP = "Activity_MakeContact";

    @Autowired
    Promises promises;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private UUID lead;

    @BeforeEach
    void aLead() {
        lead = new LeadRows(jdbc).lead();
    }

    @Test
    void of_two_holders_in_one_transaction_the_later_has_it() {
        in(() -> {
            opened();
            promises.heldBy(lead, STEP, "ada");
            promises.heldBy(lead, STEP, "ben");
        });

        assertThat(states()).containsExactly("open ben");
    }

    @Test
    void nobody_has_it_when_the_step_was_given_back_in_the_same_transaction() {
        in(() -> {
            opened();
            promises.heldBy(lead, STEP, "ada");
            promises.heldBy(lead, STEP, null);
        });

        assertThat(states()).containsExactly("open nobody");
    }

    @Test
    void a_step_that_opens_again_in_the_same_transaction_is_not_its_former_holders() {
        in(() -> {
            opened();
            promises.heldBy(lead, STEP, "ada");
            promises.completed(lead, CLAUSE, "ada");
            opened();
            promises.heldByNobodyYet(lead, STEP);
        });

        assertThat(states()).containsExactly("kept ada", "open nobody");
    }

    private void opened() {
        promises.due(lead, CLAUSE, "normal", STEP, null);
    }

    private void in(Runnable deed) {
        transaction.executeWithoutResult(status -> deed.run());
    }

    private List<String> states() {
        return jdbc.sql("""
            select state || ' ' || coalesce(holder, 'nobody') from promise where lead_id = ? order by state
            """).param(lead).query(String.class).list();
    }
}
