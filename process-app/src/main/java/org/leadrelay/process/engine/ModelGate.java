package org.leadrelay.process.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.stereotype.Component;

/**
 * Deployment gate for process models: only what stands on the allow-list gets in, because a model is code. It
 * stands inside the engine's parser, so that models from the class path, from a test and from anywhere else pass
 * the same gate.
 */
@Component
class ModelGate extends AbstractBpmnParseListener {

    private final RegisteredBeans beans;

    ModelGate(RegisteredBeans beans) {
        this.beans = beans;
    }

    /**
     * @throws RefusedModel with every violation, each with element, rule and remedy
     */
    @Override
    public void parseRootElement(Element root, List<ProcessDefinitionEntity> processes) {
        ArrayList<String> violations = new ArrayList<String>();
        ModelRules rules = new ModelRules(beans.names(), ModelRules.variablesDeclaredBy(root));
        walk(root, "the file", rules, violations);
        if (!violations.isEmpty()) {
            throw new RefusedModel(violations);
        }
    }

    private static void walk(Element element, String owner, ModelRules rules, List<String> violations) {
        String id = element.attribute("id");
        String here = id == null || id.isBlank() ? owner : id;
        rules.check(element, here, violations);
        for (Element child : element.elements()) {
            walk(child, here, rules, violations);
        }
    }
}
