package org.leadrelay.process.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.leadrelay.process.trace.DecisionTrace;
import org.leadrelay.process.trace.ModelTracing;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Security hardening of the engine's configuration, in one place. A default engine runs code from a task's name,
 * stores objects and idles for a minute; what is set here is held by a test each.
 */
@Component
@Order(Integer.MAX_VALUE) // after the starter's own plugins, which would set their defaults over
// ours
class HardenedEngine extends AbstractProcessEnginePlugin {

    /** How long the engine's history is kept after a journey's end, where its model does not say otherwise. */
    static final int HISTORY_DAYS = 180;

    static final String RETRIES = "PT5S,PT30S,PT5M";

    private final RegisteredBeans beans;
    private final DeadlinesResolver deadlines;
    private final DecisionGate decisionGate;
    private final ModelTracing tracing;
    private final DecisionTrace decisions;
    private final LeadRowFirst leadRowFirst;
    private final KnownDefinitions definitions;
    private final List<Deployer> deployers;

    HardenedEngine(
            RegisteredBeans beans,
            DeadlinesResolver deadlines,
            DecisionGate decisionGate,
            ModelTracing tracing,
            DecisionTrace decisions,
            LeadRowFirst leadRowFirst,
            KnownDefinitions definitions,
            List<Deployer> deployers) {
        this.beans = beans;
        this.deadlines = deadlines;
        this.decisionGate = decisionGate;
        this.tracing = tracing;
        this.decisions = decisions;
        this.leadRowFirst = leadRowFirst;
        this.definitions = definitions;
        this.deployers = deployers;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        mustRunInUtc();
        expressions(engine);
        values(engine);
        history(engine);
        jobs(engine);
        engine.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_FALSE);
        engine.setCmmnEnabled(false);
        engine.setAuthorizationEnabled(false);
        engine.setDbMetricsReporterActivate(false);
        engine.setTaskMetricsEnabled(false);
        noLoggingContext(engine);
        engine.setRestrictUserOperationLogToAuthenticatedUsers(true);
        engine.setEnableFetchScriptEngineFromProcessApplication(false);
        List<BpmnParseListener> before = new ArrayList<>();
        before.add(new ModelGate());
        before.add(tracing);
        engine.setCustomPreBPMNParseListeners(before);
        engine.setCustomPreDeployers(List.copyOf(deployers));
        engine.setCustomSessionFactories(List.of(
                JobIncidents.factory(),
                DeployedDecisions.factory(),
                ExecutionVariablesQuery.factory(),
                CombinedFlush.factory(),
                KnownJobDefinitions.factory(definitions),
                KnownProcessDefinitions.factory(definitions)));
        engine.setDmnEngineConfiguration(decisionEngine());
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        ExecutionVariablesQuery.addStatements(engine.getSqlSessionFactory().getConfiguration());
        RowPrefetch.addStatements(engine.getSqlSessionFactory().getConfiguration());
    }

    private void expressions(ProcessEngineConfigurationImpl engine) {
        engine.setExpressionManager(new SafeExpressions(beans, deadlines));
        engine.setEnableExpressionsInStoredQueries(false);
        engine.setEnableExpressionsInAdhocQueries(false);
    }

    private static void values(ProcessEngineConfigurationImpl engine) {
        engine.setCustomPreVariableSerializers(RefusedValues.all());
        engine.setDeserializationTypeValidationEnabled(true);
    }

    /** The database says which level, so that no two nodes are started with different ones; the migrations set it to ours. */
    private static void history(ProcessEngineConfigurationImpl engine) {
        engine.setCustomHistoryLevels(List.of(new OperationsHistoryLevel()));
        engine.setHistory(ProcessEngineConfiguration.HISTORY_AUTO);
        engine.setHistoryEventProducer(new RemovalTimes());
        engine.setHistoryTimeToLive("P" + HISTORY_DAYS + "D");
        engine.setEnforceHistoryTimeToLive(true);
        engine.setHistoryCleanupBatchWindowStartTime("01:00");
        engine.setHistoryCleanupBatchWindowEndTime("05:00");
    }

    private void jobs(ProcessEngineConfigurationImpl engine) {
        engine.setJobExecutorDeploymentAware(false);
        engine.setJobExecutorPreferTimerJobs(true);
        engine.setJobExecutorAcquireByDueDate(true);
        engine.setFailedJobRetryTimeCycle(RETRIES);
        engine.setCustomJobHandlers(List.copyOf(leadRowFirst.handlers()));
    }

    private DefaultDmnEngineConfiguration decisionEngine() {
        DefaultDmnEngineConfiguration dmn =
                (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        dmn.getCustomPostDecisionTableEvaluationListeners().add(decisions);
        dmn.setFeelEngineFactory(new ParsedExpressions.Factory());
        dmn.setTransformer(decisionGate.watching(dmn.getTransformer()));
        return dmn;
    }

    /** Put into each thread's context and taken out again at every step, for log lines that nobody prints. */
    private static void noLoggingContext(ProcessEngineConfigurationImpl engine) {
        engine.setLoggingContextActivityId(null);
        engine.setLoggingContextApplicationName(null);
        engine.setLoggingContextBusinessKey(null);
        engine.setLoggingContextProcessDefinitionId(null);
        engine.setLoggingContextProcessInstanceId(null);
        engine.setLoggingContextTenantId(null);
        engine.setLoggingContextEngineName(null);
    }

    /** Timer due dates are stored without a zone. */
    private static void mustRunInUtc() {
        if (TimeZone.getDefault().getRawOffset() != 0 || TimeZone.getDefault().useDaylightTime()) {
            throw new IllegalStateException("the time zone of this Java process is "
                    + TimeZone.getDefault().getID()
                    + ": start it with -Duser.timezone=UTC, or nodes disagree about"
                    + " deadlines");
        }
    }
}
