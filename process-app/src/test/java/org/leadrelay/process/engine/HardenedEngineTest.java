package org.leadrelay.process.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.el.ExpressionManager;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.spring.SpringTransactionsProcessEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leadrelay.process.EngineDriver;
import org.leadrelay.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The engine's settings, and the frozen core of the gate: what runs again whenever an old definition is loaded. */
@ProductTest
class HardenedEngineTest {

    @Autowired
    ProcessEngine engine;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationContext application;

    private static String model(String body) {
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="Definitions_Attack" targetNamespace="x">
              <bpmn:process id="attack" isExecutable="true" camunda:historyTimeToLive="P1D">
                <bpmn:startEvent id="Event_Start"/>
                <bpmn:sequenceFlow id="Flow_In" sourceRef="Event_Start" targetRef="Activity_It"/>
                %s
              </bpmn:process>
            </bpmn:definitions>
            """.formatted(body);
    }

    private void deploy(String body) {
        EngineDriver.deployPastTheGate(
                engine.getRepositoryService(),
                engine.getRepositoryService().createDeployment().addString("attack.bpmn", model(body)));
    }

    @Test
    void a_task_named_with_a_method_call_is_refused() {
        assertThatThrownBy(() -> deploy("<bpmn:userTask id='Activity_It'"
                        + " camunda:candidateGroups='marketing'"
                        + " name=\"${''.getClass().forName('java.lang.Runtime')}\"/>"))
                .hasMessageContaining("encountered '('");
        assertThatThrownBy(() -> deploy("<bpmn:userTask id='Activity_It'"
                        + " camunda:candidateGroups='marketing'"
                        + " name='${leadId}'/>"))
                .hasMessageContaining("Activity_It")
                .hasMessageContaining("an expression is not allowed in name");
    }

    @Test
    void a_condition_that_calls_something_is_refused_and_would_not_run_either() {
        assertThatThrownBy(() -> deploy("<bpmn:exclusiveGateway id='Activity_It'/><bpmn:endEvent"
                        + " id='Event_End'/><bpmn:sequenceFlow id='Flow_Out'"
                        + " sourceRef='Activity_It'"
                        + " targetRef='Event_End'><bpmn:conditionExpression"
                        + " xsi:type='bpmn:tFormalExpression'>${outcome.length()"
                        + " > 3}"
                        + "</bpmn:conditionExpression></bpmn:sequenceFlow>"))
                .hasMessageContaining("encountered '('");
        ExpressionManager expressions = configuration().getExpressionManager();
        assertThatThrownBy(
                        () -> expressions.createExpression("${'abc'.length()}").getValue(null))
                .isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> expressions.createExpression("${now()}").getValue(null))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void scripts_and_classes_are_refused() {
        assertThatThrownBy(() -> deploy("<bpmn:scriptTask id='Activity_It'"
                        + " scriptFormat='juel'><bpmn:script>1</bpmn:script></bpmn:scriptTask>"))
                .hasMessageContaining("Activity_It")
                .hasMessageContaining("<scriptTask> is not allowed");
        assertThatThrownBy(() -> deploy("<bpmn:serviceTask id='Activity_It'" + " camunda:class='java.lang.Object'/>"))
                .hasMessageContaining("class is not allowed");
        assertThatThrownBy(() -> deploy("<bpmn:serviceTask id='Activity_It'" + " camunda:expression='${1}'/>"))
                .hasMessageContaining("expression is not allowed");
        assertThatThrownBy(() -> deploy("<bpmn:serviceTask id='Activity_It'"
                        + " camunda:delegateExpression='${gatherFacts.execute}'/>"))
                .hasMessageContaining("is no step");
    }

    /** With a registered step, so that only the foreign attribute can be at fault. */
    @ParameterizedTest
    @ValueSource(strings = {"http://activiti.org/bpmn", "http://operaton.org/schema/1.0/bpmn"})
    void an_attribute_in_a_namespace_that_an_engine_may_read_as_its_own_is_refused(String namespace) {
        assertThatThrownBy(() -> deploy("<bpmn:serviceTask id='Activity_It'"
                        + " camunda:delegateExpression='${gatherFacts}'"
                        + " xmlns:foreign='" + namespace + "' foreign:class='java.lang.Object'/>"))
                .hasMessageContaining("Activity_It: the attribute class is not allowed");
    }

    @Test
    void a_variable_named_like_a_bean_does_not_replace_it() {
        deploy("<bpmn:serviceTask id='Activity_It'"
                + " camunda:delegateExpression='${gatherFacts}'/><bpmn:sequenceFlow"
                + " id='Flow_Out' sourceRef='Activity_It' targetRef='Event_End'/><bpmn:endEvent"
                + " id='Event_End'/>");
        assertThatThrownBy(() -> engine.getRuntimeService()
                        .startProcessInstanceByKey(
                                "attack", UUID.randomUUID().toString(), Map.of("gatherFacts", "mine")))
                .hasMessageContaining("lead")
                .hasMessageNotContaining("mine");
    }

    @Test
    void objects_and_bytes_are_refused_as_variables_without_naming_their_content() {
        deploy("<bpmn:userTask id='Activity_It' camunda:candidateGroups='marketing'/>");
        for (Object value : new Object[] {
            new java.util.ArrayList<>(List.of("ada@example.org")),
            "ada@example.org".getBytes(java.nio.charset.StandardCharsets.UTF_8),
            Variables.objectValue(new java.util.HashMap<>(Map.of("email", "ada@example.org")))
                    .create(),
            new java.math.BigDecimal("1.5")
        }) {
            assertThatThrownBy(
                            () -> engine.getRuntimeService().startProcessInstanceByKey("attack", Map.of("it", value)))
                    .isInstanceOf(ProcessEngineException.class)
                    .hasMessageContaining("a process variable is a text")
                    .hasMessageNotContaining("ada@");
        }
    }

    @Test
    void deploying_opens_no_connection_for_a_schema_location() throws Exception {
        try (ServerSocket server = new java.net.ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            String address = "http://127.0.0.1:" + server.getLocalPort() + "/BPMN20.xsd";
            String xml = model("<bpmn:userTask id='Activity_It' camunda:candidateGroups='marketing'/>")
                    .replace(
                            " id=\"Definitions_Attack\"",
                            " xsi:schemaLocation=\"http://www.omg.org/spec/BPMN/20100524/MODEL"
                                    + " "
                                    + address
                                    + "\" id=\"Definitions_Attack\"");
            server.setSoTimeout(1);
            assertThatThrownBy(() -> EngineDriver.deployPastTheGate(
                            engine.getRepositoryService(),
                            engine.getRepositoryService().createDeployment().addString("attack.bpmn", xml)))
                    .isInstanceOf(ProcessEngineException.class);
            assertThatThrownBy(server::accept).isInstanceOf(java.net.SocketTimeoutException.class);
        }
    }

    @Test
    void a_table_with_another_language_or_a_loop_is_refused() {
        assertThatThrownBy(() -> table("expressionLanguage='juel'", "${1}"))
                .hasStackTraceContaining("the expression language juel is not allowed");
        assertThatThrownBy(() -> table("", "count(for i in 1..100000 return i)"))
                .hasStackTraceContaining("loops and functions are not allowed");
    }

    private void table(String attributes, String text) {
        String xml = """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/"
                xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="d" name="d" namespace="x">
              <decision id="attack-table" name="t" camunda:historyTimeToLive="P1D"><decisionTable id="dt">
                <input id="i"><inputExpression id="ie" typeRef="number" %s><text>%s</text></inputExpression></input>
                <output id="o" name="o" typeRef="string"/>
                <rule id="r"><inputEntry id="e"><text></text></inputEntry>
                  <outputEntry id="oe"><text>"x"</text></outputEntry></rule>
              </decisionTable></decision>
            </definitions>
            """.formatted(attributes, text);
        Deployment deployment = EngineDriver.deployPastTheGate(
                engine.getRepositoryService(),
                engine.getRepositoryService().createDeployment().addString("attack-table.dmn", xml));
        try {
            engine.getDecisionService().evaluateDecisionTableByKey("attack-table", Map.of());
        } finally {
            engine.getRepositoryService().deleteDeployment(deployment.getId(), true);
        }
    }

    @Test
    void the_settings_that_keep_deadlines_history_and_the_schema_are_on() {
        ProcessEngineConfigurationImpl settings = configuration();
        assertThat(settings.getDatabaseSchemaUpdate()).isEqualTo("false");
        assertThat(settings.getHistoryLevel().getName()).isEqualTo("operations");
        assertThat(settings.getHistoryTimeToLive()).isEqualTo("P180D");
        assertThat(settings.getHistoryCleanupBatchWindowStartTime()).startsWith("01:00");
        assertThat(settings.isJobExecutorDeploymentAware()).isFalse();
        assertThat(settings.isJobExecutorPreferTimerJobs()).isTrue();
        assertThat(settings.isJobExecutorAcquireByDueDate()).isTrue();
        assertThat(settings.getFailedJobRetryTimeCycle()).isEqualTo("PT5S,PT30S,PT5M");
        assertThat(settings.isEnableExpressionsInStoredQueries()).isFalse();
        assertThat(settings.isEnableExpressionsInAdhocQueries()).isFalse();
        assertThat(settings.isDeserializationTypeValidationEnabled()).isTrue();
        assertThat(settings.isCmmnEnabled()).isFalse();
        assertThat(settings.isRestrictUserOperationLogToAuthenticatedUsers()).isTrue();
        assertThat(engine.getIdentityService().createUserQuery().count()).isZero();
        assertThat(java.util.TimeZone.getDefault().getID()).isEqualTo("UTC");
    }

    @Test
    void the_database_keeps_what_it_says_it_keeps() {
        assertThat(setting("fsync")).isNotNull();
        assertThat(setting("transaction_isolation")).isEqualTo("read committed");
        assertThat(jdbc.sql("select count(*) from pg_indexes where indexname =" + " 'act_idx_job_type_duedate'")
                        .query(Long.class)
                        .single())
                .isOne();
    }

    private String setting(String name) {
        return jdbc.sql("select current_setting(?)")
                .param(name)
                .query(String.class)
                .single();
    }

    /** The starter would deploy what it finds, and an old node that starts again would make old models the newest. */
    @Test
    void the_engine_deploys_nothing_by_itself() {
        assertThat(((SpringTransactionsProcessEngineConfiguration) configuration()).getDeploymentResources())
                .isEmpty();
        assertThat(engine.getRepositoryService().createDeploymentQuery().list())
                .extracting(Deployment::getName)
                .doesNotContain("SpringAutoDeployment");
        assertThat(engine.getRepositoryService()
                        .createDeploymentQuery()
                        .deploymentName("Lead Relay")
                        .deploymentSource("shipped")
                        .count())
                .isOne();
    }

    /** Neither ours nor one of the starter's, which would run jobs in the middle of other tests. */
    @Test
    void without_its_switch_no_job_executor_is_there() {
        assertThat(application.getBeansOfType(JobExecutor.class)).isEmpty();
        assertThat(configuration().getJobExecutor())
                .satisfiesAnyOf(
                        none -> assertThat(none).isNull(),
                        idle -> assertThat(idle.isActive()).isFalse());
    }

    @Test
    void no_script_engine_is_there_but_the_three_that_always_are() {
        assertThat(new ScriptEngineManager().getEngineFactories())
                .extracting(ScriptEngineFactory::getEngineName)
                .containsExactlyInAnyOrder("feel-scala", "feel-scala-unary-tests", "juel");
    }

    @Test
    void the_engine_s_own_web_doors_are_not_on_the_class_path() {
        for (String type : new String[] {
            "org.camunda.bpm.engine.rest.impl.CamundaRestResources",
            "org.camunda.bpm.webapp.impl.security.auth.AuthenticationFilter"
        }) {
            assertThatThrownBy(() -> Class.forName(type)).isInstanceOf(ClassNotFoundException.class);
        }
    }

    private ProcessEngineConfigurationImpl configuration() {
        return (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }
}
