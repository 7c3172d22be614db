package org.leadrelay.charter;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.leadrelay.platform.Wording;

/** Port to the decision tables that both sides agreed on, in the version that they looked at. */
public interface AgreedTables {

    /**
     * A decision table as it was deployed.
     *
     * @param hitPolicy which of the rules that apply counts, as DMN writes it: {@code FIRST}
     * @param inputIds ids of the columns of the conditions, as a decision is recorded with them
     * @param inputs what the columns of the conditions are called, in the same order
     * @param outputs what the columns of the results are called
     */
    record DecisionTable(
            String name,
            String hitPolicy,
            List<String> inputIds,
            List<String> inputs,
            List<String> outputs,
            List<Rule> rules) {

        public DecisionTable {
            inputIds = List.copyOf(inputIds);
            inputs = List.copyOf(inputs);
            outputs = List.copyOf(outputs);
            rules = List.copyOf(rules);
        }

        /** What the column of a condition is called; its id where this version has none of that id. */
        public String inputOf(String id) {
            int column = inputIds.indexOf(id);
            return column < 0 ? id : inputs.get(column);
        }
    }

    /**
     * One row.
     *
     * @param inputs a condition for each input, empty for any value
     * @param outputs a result for each output
     * @param why what the row says of itself; empty when nothing
     */
    record Rule(List<String> inputs, List<String> outputs, String why) {

        public Rule {
            inputs = List.copyOf(inputs);
            outputs = List.copyOf(outputs);
        }
    }

    /** {@link #table(String, int, Locale)} in the language of the current request. */
    default Optional<DecisionTable> table(String decision, int version) {
        return table(decision, version, Wording.language());
    }

    /**
     * With the reasons of its rows in this language, where somebody has found words for them. Empty when no such version was ever
     * deployed, or it decides without a table.
     */
    Optional<DecisionTable> table(String decision, int version, Locale locale);

    /** Names of the facts that its columns read, in their order; none of a version that was never deployed. */
    List<String> factsRead(String decision, int version);
}
