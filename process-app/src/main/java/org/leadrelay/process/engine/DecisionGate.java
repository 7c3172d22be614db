package org.leadrelay.process.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionRequirementsGraph;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableInputImpl;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableOutputImpl;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableRuleImpl;
import org.camunda.bpm.dmn.engine.impl.spi.transform.DmnTransformListener;
import org.camunda.bpm.dmn.engine.impl.spi.transform.DmnTransformer;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Definitions;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.LiteralExpression;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.UnaryTests;
import org.camunda.bpm.model.xml.ModelInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Deployment gate for decision tables: FEEL without functions of its own, without loops, and of a size a person
 * can read.
 */
@Component
class DecisionGate implements DmnTransformListener {

    private static final int MOST_ROWS = 500;
    private static final Pattern LOOP = Pattern.compile("\\b(for|some|every|function)\\b");

    DmnTransformer watching(DmnTransformer transformer) {
        transformer.getTransformListeners().add(this);
        return transformer;
    }

    /**
     * @throws RefusedModel with every violation
     */
    @Override
    public void transformDecision(Decision decision, DmnDecision dmnDecision) {
        ArrayList<String> violations = new ArrayList<>();
        if (!(decision.getExpression() instanceof DecisionTable table)) {
            violations.add(decision.getId() + ": only a decision table is allowed");
        } else if (table.getRules().size() > MOST_ROWS) {
            violations.add(decision.getId() + ": a table has at most " + MOST_ROWS + " rows");
        }
        ModelInstance model = decision.getModelInstance();
        for (LiteralExpression literal : model.getModelElementsByType(LiteralExpression.class)) {
            check(literal.getId(), literal.getExpressionLanguage(), literal.getTextContent(), violations);
        }
        for (UnaryTests tests : model.getModelElementsByType(UnaryTests.class)) {
            check(tests.getId(), tests.getExpressionLanguage(), tests.getTextContent(), violations);
        }
        if (!violations.isEmpty()) {
            throw new RefusedModel(violations);
        }
    }

    @Override
    public void transformDecisionTableInput(Input input, DmnDecisionTableInputImpl dmnInput) {}

    @Override
    public void transformDecisionTableOutput(Output output, DmnDecisionTableOutputImpl dmnOutput) {}

    @Override
    public void transformDecisionTableRule(Rule rule, DmnDecisionTableRuleImpl dmnRule) {}

    @Override
    public void transformDecisionRequirementsGraph(Definitions definitions, DmnDecisionRequirementsGraph graph) {}

    private static void check(String id, @Nullable String language, @Nullable String text, List<String> violations) {
        if (language != null && !"feel".equalsIgnoreCase(language)) {
            violations.add(id + ": the expression language " + language + " is not allowed; use FEEL");
        }
        if (text != null && LOOP.matcher(text.replaceAll("\"[^\"]*\"", "")).find()) {
            violations.add(id + ": loops and functions are not allowed; spell the rows out");
        }
    }
}
