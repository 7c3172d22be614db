package org.leadrelay.process.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Frozen core of the gate, inside the engine's parser: no code, wherever a model comes from. The parser runs again whenever an old
 * definition is loaded, so <strong>nothing here is ever tightened</strong>: a rule that is stricter today than when a version came in
 * would stop that version's leads after a restart. What may grow stricter stands in {@link org.leadrelay.redesign.gate.Rule} and
 * looks at new deployments only.
 */
class ModelGate extends AbstractBpmnParseListener {

    /**
     * @throws RefusedModel with every violation, each with element, rule and remedy
     */
    @Override
    public void parseRootElement(Element root, List<ProcessDefinitionEntity> processes) {
        ArrayList<String> violations = new ArrayList<>();
        walk(root, "the file", violations);
        if (!violations.isEmpty()) {
            throw new RefusedModel(violations);
        }
    }

    private static void walk(Element element, String owner, List<String> violations) {
        String id = element.attribute("id");
        String here = id == null || id.isBlank() ? owner : id;
        ModelRules.check(element, here, violations);
        for (Element child : element.elements()) {
            walk(child, here, violations);
        }
    }
}
