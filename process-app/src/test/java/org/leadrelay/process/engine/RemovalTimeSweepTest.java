package org.leadrelay.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.process.EngineDriver;
import org.leadrelay.testing.ProductTest;
import org.leadrelay.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The engine's history of an ended journey is dated within an hour, and removed by the engine when it is due. */
@ProductTest
class RemovalTimeSweepTest {

    private static final List<String> TABLES = List.of("act_hi_procinst", "act_hi_op_log");

    private static final String CALLED = Bpmn.convertToString(Bpmn.createExecutableProcess("called")
            .camundaHistoryTimeToLiveString("P1D")
            .startEvent()
            .endEvent()
            .done());

    @Autowired
    ProcessEngine engine;

    @Autowired
    EngineDriver driver;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    private String called;
    private String caller;
    private String instance;
    private RemovalTimeSweep dates;

    /** Its part has ended. */
    @BeforeEach
    void aRunningInstance() {
        EngineDriver.setClock(clock.instant());
        dates = new RemovalTimeSweep(jdbc, clock);
        called = driver.deploy("called.bpmn", CALLED);
        instance = start("P30D");
    }

    private String start(String kept) {
        caller = driver.deploy(
                "caller.bpmn",
                Bpmn.convertToString(Bpmn.createExecutableProcess("caller")
                        .camundaHistoryTimeToLiveString(kept)
                        .startEvent()
                        .callActivity()
                        .calledElement("called")
                        .receiveTask()
                        .endEvent()
                        .done()));
        return asAda(() ->
                engine.getRuntimeService().startProcessInstanceById(caller).getId());
    }

    @AfterEach
    void gone() {
        EngineDriver.resetClock();
        RepositoryService repository = engine.getRepositoryService();
        for (String definition : List.of(caller, called)) {
            repository.deleteDeployment(
                    repository.getProcessDefinition(definition).getDeploymentId(), true);
        }
    }

    @Test
    void its_end_dates_nothing() {
        // when
        end();

        // then
        TABLES.forEach(table -> assertThat(daysUntilRemoval(table)).containsOnlyNulls());
    }

    @Test
    void all_of_it_is_dated_by_the_end_of_the_whole_and_removed_by_the_engine_then() {
        // given
        pass(Duration.ofDays(400));
        end();

        // when
        dates.sweep();

        // then
        assertThat(daysUntilRemoval("act_hi_procinst")).containsExactly(30L, 30L);
        assertThat(daysUntilRemoval("act_hi_op_log")).hasSizeGreaterThan(1).containsOnly(30L);

        // when
        pass(Duration.ofDays(29));
        cleanUp();

        // then
        assertThat(rows("act_hi_procinst")).isEqualTo(2);

        // when
        pass(Duration.ofDays(2));
        cleanUp();

        // then
        TABLES.forEach(table -> assertThat(rows(table)).isZero());
    }

    @Test
    void a_part_that_ended_long_ago_waits_for_the_whole() {
        // when
        pass(Duration.ofDays(400));
        dates.sweep();

        // then
        assertThat(daysUntilRemoval("act_hi_procinst")).containsOnlyNulls();
    }

    @Test
    void what_ended_since_is_dated_by_the_next_sweep_an_hour_later() {
        // given
        dates.sweep();
        pass(Duration.ofMinutes(30));
        end();

        // when
        dates.sweep();

        // then
        assertThat(daysUntilRemoval("act_hi_procinst")).containsOnlyNulls();

        // when
        pass(Duration.ofMinutes(30));
        dates.sweep();

        // then
        assertThat(daysUntilRemoval("act_hi_procinst")).containsOnly(30L);
    }

    @Test
    void a_node_that_starts_dates_what_ended_while_none_ran() {
        // given
        end();
        pass(Duration.ofDays(20));

        // when
        dates.sweep();

        // then
        assertThat(daysUntilRemoval("act_hi_procinst")).containsOnly(30L);
    }

    @Test
    void a_model_that_keeps_it_longer_afterwards_changes_no_date() {
        // given
        end();
        dates.sweep();

        // when
        engine.getRepositoryService().updateProcessDefinitionHistoryTimeToLive(caller, 300);
        pass(Duration.ofDays(1));
        dates.sweep();

        // then
        assertThat(daysUntilRemoval("act_hi_procinst")).containsOnly(30L);
    }

    @Test
    void a_date_that_an_operator_has_set_of_the_whole_stays_and_its_part_gets_one() {
        // given
        end();
        jdbc.sql("update act_hi_procinst set removal_time_ = end_time_ + interval '90 days' where id_ = ?")
                .param(instance)
                .update();

        // when
        dates.sweep();

        // then
        assertThat(daysUntilRemoval("act_hi_procinst")).containsExactlyInAnyOrder(90L, 30L);
        assertThat(daysUntilRemoval("act_hi_op_log")).containsOnly(30L);
    }

    private void pass(Duration time) {
        clock.advance(time);
        EngineDriver.setClock(clock.instant());
    }

    private void end() {
        asAda(() -> {
            engine.getRuntimeService().deleteProcessInstance(instance, "tested");
            return instance;
        });
    }

    /** With a person, so that the operation log has it. */
    private <T> T asAda(Supplier<T> command) {
        engine.getIdentityService().setAuthenticatedUserId("ada");
        try {
            return command.get();
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    private void cleanUp() {
        HistoryService history = engine.getHistoryService();
        history.cleanUpHistoryAsync(true);
        for (Job job : history.findHistoryCleanupJobs()) {
            engine.getManagementService().executeJob(job.getId());
        }
    }

    /** Days from the end of the whole until each row may be removed; null where that is not told. */
    private List<Long> daysUntilRemoval(String table) {
        return jdbc.sql("""
            select cast(extract(day from h.removal_time_ - p.end_time_) as bigint)
            from %s h join act_hi_procinst p on p.id_ = ? where h.root_proc_inst_id_ = p.id_
            """.formatted(table)).param(instance).query(Long.class).list();
    }

    private int rows(String table) {
        return jdbc.sql("select count(*) from " + table + " where root_proc_inst_id_ = ?")
                .param(instance)
                .query(Integer.class)
                .single();
    }
}
