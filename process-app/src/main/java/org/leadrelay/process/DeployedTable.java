package org.leadrelay.process;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Text;
import org.jspecify.annotations.Nullable;
import org.leadrelay.charter.AgreedTables;
import org.leadrelay.charter.AgreedTables.DecisionTable;
import org.leadrelay.platform.Language;

/**
 * A decision table in one version, with the words that were deployed with it.
 *
 * @param table as people read it, in the language of its own
 * @param rows ids of the rows, in their order
 * @param facts names of the facts that its columns read, in their order
 * @param answers what the rows may say, each once, by the name of the output
 * @param words by key, for each language that has a file of them
 */
record DeployedTable(
        DecisionTable table,
        List<String> rows,
        List<String> facts,
        Map<String, List<String>> answers,
        Map<Language, Map<String, String>> words) {

    private static final String FACT = ModelContract.FACTS + ".";

    static DeployedTable of(
            Decision decision,
            org.camunda.bpm.model.dmn.instance.DecisionTable table,
            Map<Language, Map<String, String>> words) {
        return new DeployedTable(
                table(decision, table),
                table.getRules().stream().map(DmnElement::getId).toList(),
                facts(table),
                answers(table),
                words);
    }

    /** What is said under this key in this language alone. */
    Optional<String> word(String key, Language language) {
        return Optional.ofNullable(words.getOrDefault(language, Map.of()).get(key));
    }

    private static List<String> facts(org.camunda.bpm.model.dmn.instance.DecisionTable table) {
        return table.getInputs().stream()
                .map(each -> text(each.getInputExpression().getText()))
                .filter(expression -> expression.startsWith(FACT))
                .map(expression -> expression.substring(FACT.length()))
                .toList();
    }

    private static DecisionTable table(Decision decision, org.camunda.bpm.model.dmn.instance.DecisionTable table) {
        return new DecisionTable(
                decision.getName(),
                table.getHitPolicy().name(),
                table.getInputs().stream().map(Input::getId).toList(),
                table.getInputs().stream()
                        .map(each -> called(each.getLabel(), each.getId()))
                        .toList(),
                table.getOutputs().stream()
                        .map(each -> called(each.getLabel(), each.getName()))
                        .toList(),
                table.getRules().stream()
                        .map(each -> new AgreedTables.Rule(
                                each.getInputEntries().stream()
                                        .map(InputEntry::getText)
                                        .map(DeployedTable::text)
                                        .toList(),
                                each.getOutputEntries().stream()
                                        .map(OutputEntry::getText)
                                        .map(DeployedTable::text)
                                        .toList(),
                                why(each)))
                        .toList());
    }

    private static Map<String, List<String>> answers(org.camunda.bpm.model.dmn.instance.DecisionTable table) {
        Map<String, List<String>> answers = new HashMap<>();
        List<Output> outputs = new ArrayList<>(table.getOutputs());
        for (int column = 0; column < outputs.size(); column++) {
            int at = column;
            answers.put(
                    outputs.get(column).getName(),
                    table.getRules().stream()
                            .map(rule -> new ArrayList<>(rule.getOutputEntries()))
                            .filter(cells -> cells.size() > at)
                            .map(cells -> text(cells.get(at).getText()))
                            .filter(text -> text.length() > 2 && text.startsWith("\"") && text.endsWith("\""))
                            .map(text -> text.substring(1, text.length() - 1))
                            .distinct()
                            .toList());
        }
        return answers;
    }

    private static String called(@Nullable String label, @Nullable String otherwise) {
        if (label != null && !label.isBlank()) {
            return label;
        }
        return otherwise == null ? "" : otherwise;
    }

    private static String text(@Nullable Text text) {
        return text == null ? "" : text.getTextContent().strip();
    }

    private static String why(DmnElement rule) {
        return rule.getDescription() == null
                ? ""
                : rule.getDescription().getTextContent().strip();
    }
}
