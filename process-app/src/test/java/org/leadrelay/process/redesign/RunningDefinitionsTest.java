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

/** Versions of the models by which leads go on. */
class RunningDefinitionsTest extends JourneyTest {

    private static final int EXECUTIONS = 100_000;
    private static final int RETIRED = 300;
    private static final long MOST_PROBES = 10;

    @Autowired
    RunningLeads running;

    @Autowired
    Database database;

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
    void of_many_executions_each_version_in_use_is_probed_in_the_index_and_no_other() {
        // given
        readyLead();
        String definition = jdbc.sql("select proc_def_id_ from act_ru_execution limit 1")
                .query(String.class)
                .single();
        database.tamper("""
            insert into act_re_procdef (id_, key_, version_)
            select 'retired-' || n, 'retired', n from generate_series(1, %d) n;
            insert into act_ru_execution (id_, rev_, proc_def_id_)
            select 'many-' || n, 1, '%s' from generate_series(1, %d) n;
            analyze act_re_procdef, act_ru_execution
            """.formatted(RETIRED, definition, EXECUTIONS));
        try {
            // when
            List<String> plan = jdbc.sql("explain (analyze, costs off, timing off) " + RunningLeadsAdapter.DEFINITIONS)
                    .query(String.class)
                    .list();

            // then
            assertThat(plan)
                    .filteredOn(each -> each.contains("on act_ru_execution"))
                    .isNotEmpty()
                    .allMatch(each -> each.contains("act_idx_exe_procdef"))
                    .allMatch(each -> Long.parseLong(each.replaceFirst(".*loops=(\\d+).*", "$1")) <= MOST_PROBES);
        } finally {
            database.tamper("""
                delete from act_ru_execution where id_ like 'many-%';
                delete from act_re_procdef where key_ = 'retired'
                """);
        }
    }
}
