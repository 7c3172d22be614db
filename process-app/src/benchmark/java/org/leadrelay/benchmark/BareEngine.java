package org.leadrelay.benchmark;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.DecisionEvaluationUtil;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.variable.Variables;
import org.leadrelay.process.ModelContract;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The engine as it comes, with full history or with as much as the product has it keep, running the product's models: every delegate answers
 * at once and from memory, no table of the product exists, nothing is logged, promised or
 * projected.
 */
final class BareEngine extends Contender {

    private static final String REP = "rep";

    private final ProcessEngine engine;

    private BareEngine(ProcessEngine engine, JdbcClient jdbc) {
        super(jdbc, engine.getManagementService());
        this.engine = engine;
    }

    /**
     * @param facts what the tables are asked with, the same as the product gathers
     */
    static BareEngine start(Map<String, Object> facts, HistoryLevel history) throws SQLException, IOException {
        HikariDataSource source = new HikariDataSource();
        source.setJdbcUrl(DurableServer.newDatabase());
        source.setUsername("postgres");
        source.setMaximumPoolSize(DurableServer.CONNECTIONS);

        StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName("bare " + history.getName());
        configuration.setDataSource(source);
        configuration.setDatabaseSchemaUpdate("create");
        configuration.setHistoryLevel(history);
        configuration.setJobExecutorActivate(false);
        configuration.setDbMetricsReporterActivate(false);
        configuration.setTaskMetricsEnabled(false);
        configuration.setBeans(new HashMap<>(beans(facts)));
        configuration.setCustomPostBPMNParseListeners(new ArrayList<>(List.of(new OutputsBecomeVariables())));
        ProcessEngine engine = configuration.buildProcessEngine();
        deployModels(engine);
        return new BareEngine(engine, JdbcClient.create(source));
    }

    private static Map<Object, Object> beans(Map<String, Object> facts) {
        JavaDelegate gather =
                execution -> execution.setVariable(ModelContract.FACTS, Variables.untypedValue(facts, true));
        JavaDelegate reachable = execution -> execution.setVariable("reachable", true);
        JavaDelegate choose = execution -> execution.setVariable(ModelContract.REP_ID, REP);
        JavaDelegate takeBack = execution -> execution.setVariable("triesLeft", true);
        JavaDelegate nothing = execution -> {};
        return Map.of(
                "due", new Always(Instant.now().plus(Duration.ofHours(8))),
                "remind", new Always(Instant.now().plus(Duration.ofHours(4))),
                "gatherFacts", gather,
                "checkReachable", reachable,
                "chooseRep", choose,
                "notifyLadder", nothing,
                "takeBackLead", takeBack);
    }

    private static void deployModels(ProcessEngine engine) throws IOException {
        DeploymentBuilder deployment = engine.getRepositoryService().createDeployment();
        PathMatchingResourcePatternResolver resolver = new PathMatchingResourcePatternResolver();
        for (String pattern : List.of("classpath*:processes/*.bpmn", "classpath*:decisions/*.dmn")) {
            for (Resource resource : resolver.getResources(pattern)) {
                deployment.addInputStream(resource.getFilename(), resource.getInputStream());
            }
        }
        deployment.deploy();
    }

    @Override
    UUID capture() {
        UUID lead = UUID.randomUUID();
        // Its expressions do not know what may be asked for before it is answered.
        Map<String, Object> variables = new HashMap<>(ModelContract.presets(lead));
        ModelContract.UNANSWERED.forEach(name -> variables.put(name, null));
        as(
                "benchmark",
                () -> engine.getRuntimeService()
                        .createProcessInstanceByKey(ModelContract.LEAD_JOURNEY)
                        .businessKey(lead.toString())
                        .setVariables(variables)
                        .execute());
        return lead;
    }

    @Override
    void complete(OpenTask task, Map<String, Object> answers) {
        as(task.assignee(), () -> engine.getTaskService().complete(task.id(), answers));
    }

    /** With its person, as the product gives each command: without one the engine keeps no operation log. */
    private void as(String person, Runnable command) {
        engine.getIdentityService().setAuthenticatedUserId(person);
        try {
            command.run();
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    @Override
    @SuppressWarnings("deprecation") // nothing else of the engine says at which end an instance ended
    boolean won(UUID lead) {
        return "Event_Won"
                .equals(engine.getHistoryService()
                        .createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(lead.toString())
                        .processDefinitionKey(ModelContract.LEAD_JOURNEY)
                        .finished()
                        .singleResult()
                        .getEndActivityId());
    }

    /** Answers every clause with one instant. */
    private static final class Always extends AbstractMap<String, Date> {

        private final Date date;

        Always(Instant instant) {
            date = Date.from(instant);
        }

        @Override
        public Date get(Object clause) {
            return date;
        }

        @Override
        public Set<Entry<String, Date>> entrySet() {
            return Set.of();
        }
    }

    /** What the models expect of whoever runs them: a table's outputs become variables. */
    private static final class OutputsBecomeVariables extends AbstractBpmnParseListener {

        @Override
        public void parseBusinessRuleTask(Element element, ScopeImpl scope, ActivityImpl activity) {
            ExecutionListener copy = execution -> {
                DmnDecisionResult result =
                        (DmnDecisionResult) execution.getVariable(DecisionEvaluationUtil.DECISION_RESULT_VARIABLE);
                result.getSingleResult().getEntryMap().forEach(execution::setVariable);
            };
            activity.addListener(ExecutionListener.EVENTNAME_END, copy);
        }
    }
}
