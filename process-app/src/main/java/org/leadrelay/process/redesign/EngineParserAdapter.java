package org.leadrelay.process.redesign;

import java.io.ByteArrayInputStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.bpmn.deployer.BpmnDeployer;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.leadrelay.platform.Sha256;
import org.leadrelay.redesign.gate.EngineParser;
import org.leadrelay.redesign.gate.ModelFile;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Adapter of the engine's own parser, run dry: nothing is stored. A cache remembers the files that were parsed last. */
@Component
class EngineParserAdapter implements EngineParser {

    private static final int REMEMBERED = 64;

    private final ObjectProvider<ProcessEngine> engine;
    private final Map<String, List<Problem>> parsed = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<Problem>> eldest) {
            return size() > REMEMBERED;
        }
    });

    EngineParserAdapter(ObjectProvider<ProcessEngine> engine) {
        this.engine = engine;
    }

    /** Of a release most files are as they were, and a model says the same each time. */
    @Override
    public List<Problem> problems(ModelFile file) {
        String hash = Sha256.hex(file.content());
        List<Problem> known = parsed.get(hash);
        if (known == null) {
            known = parse(file);
            parsed.put(hash, known);
        }
        return known;
    }

    private List<Problem> parse(ModelFile file) {
        ProcessEngineConfigurationImpl configuration =
                (ProcessEngineConfigurationImpl) engine.getObject().getProcessEngineConfiguration();
        BpmnParser parser = configuration.getDeployers().stream()
                .filter(BpmnDeployer.class::isInstance)
                .map(deployer -> ((BpmnDeployer) deployer).getBpmnParser())
                .findFirst()
                .orElseThrow();
        return configuration.getCommandExecutorTxRequired().execute(context -> parse(parser, file));
    }

    /** What goes wrong stays inside the command: a deployment may be going on around it. */
    private static List<Problem> parse(BpmnParser parser, ModelFile file) {
        try {
            parser.createParse()
                    .sourceInputStream(new ByteArrayInputStream(file.content()))
                    .deployment(new DeploymentEntity())
                    .name(file.name())
                    .execute();
            return List.of();
        } catch (ParseException refused) {
            return refused.getResorceReports().stream()
                    .flatMap(report -> Stream.concat(
                            report.getErrors().stream().map(each -> problem(each, false)),
                            report.getWarnings().stream().map(each -> problem(each, true))))
                    .toList();
        } catch (ProcessEngineException refused) {
            return List.of(new Problem(null, 0, String.valueOf(refused.getMessage()), false));
        }
    }

    private static Problem problem(org.camunda.bpm.engine.Problem found, boolean warning) {
        return new Problem(found.getMainElementId(), found.getLine(), found.getMessage(), warning);
    }
}
