package org.leadrelay.process.trace;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableImpl;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableRuleImpl;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.springframework.stereotype.Component;

/** Decision listener: keeps which rows of which table decided until the rule task's line takes it. */
@Component
public class DecisionTrace implements DmnDecisionTableEvaluationListener {

    private static final ThreadLocal<Map<String, Object>> last = new ThreadLocal<>();

    @Override
    public void notify(DmnDecisionTableEvaluationEvent event) {
        DmnDecision decision = event.getDecisionTable();
        int version = decision instanceof DecisionDefinition definition ? definition.getVersion() : 0;
        List<DmnDecisionTableRuleImpl> rows = ((DmnDecisionTableImpl) decision.getDecisionLogic()).getRules();
        List<Integer> matched = event.getMatchingRules().stream()
                .map(rule -> {
                    for (int i = 0; i < rows.size(); i++) {
                        if (rows.get(i).getId().equals(rule.getId())) {
                            return i + 1;
                        }
                    }
                    return 0;
                })
                .toList();
        last.set(Map.of("table", decision.getKey(), "tableVersion", version, "rows", matched));
    }

    /** The last decision of this thread, handed out once. */
    Map<String, Object> take() {
        Map<String, Object> taken = last.get();
        last.remove();
        return taken == null ? Map.of() : taken;
    }
}
