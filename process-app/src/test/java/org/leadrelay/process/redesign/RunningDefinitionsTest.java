package org.leadrelay.process.redesign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.process.JourneyTest;
import org.leadrelay.redesign.RunningLeads;
import org.leadrelay.testing.Database;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Versions of the models by which leads go on. */
class RunningDefinitionsTest extends JourneyTest {

    @Autowired
    RunningLeads running;

    @Autowired
    Database database;

    @Autowired
    TransactionTemplate transactions;

    @Override
    @BeforeEach
    protected void stage() {
        database.empty();
        super.stage();
    }

    @Test
    void all_models_that_came_with_a_running_leads_own_are_in_use_and_none_when_it_has_ended() {
        // given
        assertThat(running.definitions()).isEmpty();

        // when
        UUID lead = readyLead();

        // then
        List<String> deployed =
                jdbc.sql("""
                    select id_ from act_re_procdef where deployment_id_ =
                        (select deployment_id_ from act_re_procdef where id_ =
                            (select proc_def_id_ from act_ru_execution where business_key_ = ? and super_exec_ is null))
                    order by id_
                    """).param(lead.toString()).query(String.class).list();
        assertThat(running.definitions()).hasSizeGreaterThan(1).isEqualTo(deployed);

        // and when
        journeys.withdraw(lead);

        // then
        assertThat(running.definitions()).isEmpty();
    }

    @Test
    void leads_are_looked_up_by_version_and_not_read_one_by_one() {
        // when
        String plan = transactions.execute(status -> {
            jdbc.sql("set local enable_seqscan = off").update();
            return String.join(
                    "\n",
                    jdbc.sql("explain " + RunningLeadsAdapter.DEFINITIONS)
                            .query(String.class)
                            .list());
        });

        // then
        assertThat(plan).contains("act_idx_exe_procdef");
    }
}
