package org.leadrelay.process.trace;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import org.leadrelay.journal.CommittedText;
import org.leadrelay.journal.DecisionFacts;
import org.leadrelay.journal.ListedText;
import org.leadrelay.process.ModelContract;

/** Details of a decision's line: enough to decide the same again, and nothing that names a person. */
final class DecisionDetails {

    private static final String FACT = ModelContract.FACTS + ".";

    /** Of a variable that is no fact: what tables answer and forms offer. */
    private static final Pattern CODE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}_.:-]{0,79}");

    private DecisionDetails() {}

    /** What cells read that is no input, by name. */
    static Map<String, @Nullable Object> beside(DecisionTrace.Decided decided, DelegateExecution execution) {
        Set<String> inputs =
                decided.inputs().stream().map(DecisionTrace.Input::expression).collect(Collectors.toSet());
        Map<?, ?> facts = execution.getVariable(ModelContract.FACTS) instanceof Map<?, ?> sheet ? sheet : Map.of();
        Map<String, @Nullable Object> beside = new TreeMap<>();
        for (String name : decided.cellsRead()) {
            String fact = name.startsWith(FACT) ? name.substring(FACT.length()) : null;
            if (inputs.contains(name)) {
                continue;
            }
            if (fact != null && facts.containsKey(fact)) {
                beside.put(name, facts.get(fact));
            } else if (fact == null && !name.equals(ModelContract.FACTS) && execution.hasVariable(name)) {
                beside.put(name, execution.getVariable(name));
            }
        }
        return beside;
    }

    /**
     * @param beside {@link #beside}
     */
    static Map<String, Object> of(
            DecisionTrace.Decided decided, Map<String, @Nullable Object> beside, Map<String, Object> outputs) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("table", decided.table());
        details.put("tableVersion", decided.tableVersion());
        if (decided.xml() != null) {
            details.put("xml", decided.xml());
        }
        details.put("hitPolicy", decided.hitPolicy());
        details.put("rows", decided.rows());
        details.put("rules", decided.rules());
        Map<String, @Nullable Object> inputs = new TreeMap<>();
        decided.inputs().forEach(input -> inputs.put(input.id(), told(input)));
        details.put("inputs", inputs);
        if (!beside.isEmpty()) {
            Map<String, @Nullable Object> variables = new TreeMap<>();
            beside.forEach((name, value) -> variables.put(name, told(new DecisionTrace.Input(name, name, value))));
            details.put("variables", variables);
        }
        details.put("outputs", listed(outputs));
        return details;
    }

    /**
     * Everything under the names by which a table reads it.
     *
     * @param facts the fact sheet under its own name
     */
    static DecisionFacts sheet(
            DecisionTrace.Decided decided, Map<String, @Nullable Object> facts, Map<String, Object> outputs) {
        Map<String, @Nullable Object> all = new TreeMap<>(facts);
        decided.inputs().stream()
                .filter(input -> !input.expression().startsWith(FACT))
                .forEach(input -> all.put(input.expression(), input.value()));
        return new DecisionFacts(decided.table(), decided.tableVersion(), decided.rows(), all, outputs);
    }

    /** Cells of a table are its author's. */
    static Map<String, Object> listed(Map<String, Object> outputs) {
        Map<String, Object> listed = new TreeMap<>();
        outputs.forEach((name, value) -> listed.put(name, ListedText.orOther(value)));
        return listed;
    }

    /** Texts on the fact sheet are agreed spellings. */
    private static @Nullable Object told(DecisionTrace.Input input) {
        if (!(input.value() instanceof String text)) {
            return input.value();
        }
        return input.expression().startsWith(FACT) || CODE.matcher(text).matches()
                ? new ListedText(text)
                : new CommittedText(text);
    }
}
