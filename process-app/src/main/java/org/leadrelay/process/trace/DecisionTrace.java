package org.leadrelay.process.trace;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedInput;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableImpl;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableInputImpl;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableRuleImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Sha256;
import org.springframework.stereotype.Component;

/** Decision listener: keeps which rows of which table decided on what, until the rule task's line takes it. */
@Component
public class DecisionTrace implements DmnDecisionTableEvaluationListener {

    private static final ThreadLocal<@Nullable Decided> LAST = new ThreadLocal<>();

    private final Map<String, String> hashes = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> cells = new ConcurrentHashMap<>();

    /**
     * A decision that was taken.
     *
     * @param xml SHA-256 of the deployed table in hexadecimal; null for one that is not deployed
     * @param rows numbers of the rows that matched, from 1
     * @param rules their ids
     * @param cellsRead names that conditions and answers may read beside the inputs
     */
    record Decided(
            String table,
            int tableVersion,
            @Nullable String xml,
            String hitPolicy,
            List<Integer> rows,
            List<String> rules,
            List<Input> inputs,
            Set<String> cellsRead) {}

    /**
     * @param expression what the table reads, {@code facts.visits}
     */
    record Input(String id, String expression, @Nullable Object value) {}

    @Override
    public void notify(DmnDecisionTableEvaluationEvent event) {
        DmnDecision decision = event.getDecisionTable();
        DmnDecisionTableImpl table = (DmnDecisionTableImpl) decision.getDecisionLogic();
        List<String> all =
                table.getRules().stream().map(DmnDecisionTableRuleImpl::getId).toList();
        List<String> matched = event.getMatchingRules().stream()
                .map(DmnEvaluatedDecisionRule::getId)
                .toList();
        DecisionDefinition deployed = decision instanceof DecisionDefinition definition ? definition : null;
        LAST.set(new Decided(
                decision.getKey(),
                deployed == null ? 0 : deployed.getVersion(),
                deployed == null ? null : hashes.computeIfAbsent(deployed.getId(), id -> hash(deployed)),
                table.getHitPolicyHandler().getHitPolicyEntry().getHitPolicy().name(),
                matched.stream().map(id -> all.indexOf(id) + 1).toList(),
                matched,
                inputs(table, event.getInputs()),
                deployed == null
                        ? CellNames.of(table)
                        : cells.computeIfAbsent(deployed.getId(), id -> CellNames.of(table))));
    }

    /** The last decision of this thread, handed out once. */
    @Nullable
    Decided take() {
        Decided taken = LAST.get();
        LAST.remove();
        return taken;
    }

    private static List<Input> inputs(DmnDecisionTableImpl table, List<DmnEvaluatedInput> evaluated) {
        List<Input> inputs = new ArrayList<>();
        for (int i = 0; i < evaluated.size(); i++) {
            DmnDecisionTableInputImpl input = table.getInputs().get(i);
            Object value = evaluated.get(i).getValue() == null
                    ? null
                    : evaluated.get(i).getValue().getValue();
            inputs.add(new Input(
                    input.getId(),
                    input.getExpression().getExpression(),
                    value instanceof Date date ? date.toInstant() : value));
        }
        return inputs;
    }

    private static String hash(DecisionDefinition table) {
        return Sha256.hex(Context.getCommandContext()
                .getResourceManager()
                .findResourceByDeploymentIdAndResourceName(table.getDeploymentId(), table.getResourceName())
                .getBytes());
    }
}
