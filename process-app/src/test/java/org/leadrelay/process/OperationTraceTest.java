package org.leadrelay.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobHelper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.lead.Field;
import org.leadrelay.testing.OwnDatabase;
import org.leadrelay.testing.ProductTest;
import org.leadrelay.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Deployments, failed jobs and incidents in the log of operations. */
@ProductTest
@OwnDatabase
@Import(JourneyDriver.class)
class OperationTraceTest {

    @Autowired
    JourneyDriver journeys;

    @Autowired
    ManagementService management;

    @Autowired
    RepositoryService repository;

    @Autowired
    ProcessEngineConfigurationImpl engine;

    @Autowired
    JdbcClient jdbc;

    private String job;
    private String instance;

    @BeforeEach
    void a_lead_whose_journey_waits_for_a_timer() {
        journeys.setClock(SettableClock.MONDAY_MORNING);
        UUID lead = journeys.capture(Map.of(
                Field.NAME, "Grace Example",
                Field.COMPANY, "Example Works",
                Field.PROFILE_SCORE, "20",
                Field.ACTIVITY_SCORE, "14"));
        instance = journeys.journey(lead).getId();
        job = management
                .createJobQuery()
                .processInstanceId(instance)
                .timers()
                .list()
                .get(0)
                .getId();
    }

    @Test
    void a_job_that_fails_is_told_by_the_kind_of_its_error_and_the_tries_that_are_left() {
        // given
        jdbc.sql("update act_ru_job set handler_type_ = 'none-like-this' where id_ = ?")
                .param(job)
                .update();

        // when
        assertThatThrownBy(() -> ExecuteJobHelper.executeJob(job, engine.getCommandExecutorTxRequired()))
                .isInstanceOf(RuntimeException.class);

        // then
        assertThat(details("job-failed", job))
                .singleElement()
                .satisfies(each -> assertThat(each)
                        .contains("\"error\":", "\"retries\":", "\"instance\":\"" + instance + "\"")
                        .doesNotContain("none-like-this"));
    }

    @Test
    void an_incident_is_told_when_it_opens_and_when_it_is_mended() {
        // when
        management.setJobRetries(job, 0);
        String incident = engine.getRuntimeService()
                .createIncidentQuery()
                .configuration(job)
                .singleResult()
                .getId();

        // then
        assertThat(details("incident-opened", incident))
                .singleElement()
                .satisfies(each -> assertThat(each).contains("\"job\":\"" + job + "\""));
        assertThat(details("incident-resolved", incident)).isEmpty();

        // when
        management.setJobRetries(job, 3);

        // then
        assertThat(details("incident-resolved", incident))
                .singleElement()
                .satisfies(each -> assertThat(each).contains("\"how\":\"resolved\""));
        assertThat(engine.getRuntimeService()
                        .createIncidentQuery()
                        .configuration(job)
                        .count())
                .isZero();
    }

    @Test
    void every_file_of_every_deployment_stands_there_with_its_hash_and_versions() {
        // then the shipped ones
        assertThat(details("model-deployed", "lead-matrix.dmn"))
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each)
                        .containsPattern("\"sha256\":\"[0-9a-f]{64}\"")
                        .contains("lead-matrix:"));

        // when somebody deploys another, past the product
        String table = """
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="own" name="Own" namespace="x">
              <decision id="own-table" name="Own"><decisionTable id="t">
                <input id="i"><inputExpression id="e" typeRef="integer"><text>1</text></inputExpression></input>
                <output id="o" name="out" typeRef="integer"/>
                <rule id="r"><inputEntry id="ie"><text></text></inputEntry><outputEntry id="oe"><text>1</text></outputEntry></rule>
              </decisionTable></decision>
            </definitions>\
            """;
        String deployment = EngineDriver.deployPastTheGate(
                        repository, repository.createDeployment().addString("own-table.dmn", table))
                .getId();

        // then
        assertThat(details("model-deployed", "own-table.dmn"))
                .singleElement()
                .satisfies(each -> assertThat(each).contains("own-table:1", deployment));
        repository.deleteDeployment(deployment, true);
    }

    private List<String> details(String kind, String subject) {
        return jdbc.sql("select details from journey_log where kind = ? and subject = ?")
                .params(kind, subject)
                .query(String.class)
                .list();
    }
}
