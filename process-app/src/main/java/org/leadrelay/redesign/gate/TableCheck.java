package org.leadrelay.redesign.gate;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Check of decision tables: an allow-list of elements, and cells that compare and call nothing. */
final class TableCheck implements Check {

    private static final int MOST_ROWS = 500;
    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]{0,59}");
    private static final Set<String> HIT_POLICIES = Set.of("FIRST", "UNIQUE");
    private static final Set<String> TYPES = Set.of("string", "boolean", "integer", "long", "double", "number", "date");
    private static final Set<String> NUMBERS = Set.of("integer", "long", "double", "number");
    private static final Set<String> REFUSED_OUTPUTS = Set.of("leadId", "repId", "facts", "due", "remind");
    private static final String FACTS = "facts.";

    private static final Set<String> ELEMENTS = Set.of(
            "definitions",
            "decision",
            "description",
            "decisionTable",
            "input",
            "inputExpression",
            "inputValues",
            "output",
            "outputValues",
            "defaultOutputEntry",
            "rule",
            "inputEntry",
            "outputEntry",
            "text",
            "extensionElements",
            "inputData",
            "knowledgeSource",
            "textAnnotation",
            "association",
            "sourceRef",
            "targetRef",
            "informationRequirement",
            "requiredInput",
            "authorityRequirement",
            "requiredAuthority",
            "variable");
    private static final Set<String> ATTRIBUTES = Set.of(
            "id",
            "name",
            "label",
            "namespace",
            "exporter",
            "exporterVersion",
            "hitPolicy",
            "typeRef",
            "href",
            "textFormat",
            "associationDirection",
            "preferredOrientation",
            "xsi:type",
            "camunda:historyTimeToLive",
            "camunda:versionTag");

    @Override
    public void check(ModelSet models, Surroundings known, Findings findings) {
        Set<String> variables = new HashSet<>(known.data().variables());
        models.processes().forEach(model -> variables.addAll(ExpressionCheck.declared(model)));
        models.tables().forEach(table -> table.outputs().forEach(output -> variables.add(output.value("name"))));
        for (TableModel table : models.tables()) {
            allowed(table, findings);
            new Table(table, known, variables, findings).check();
        }
    }

    private static void allowed(TableModel table, Findings findings) {
        allowed(table, table.root(), table.id(), findings);
    }

    private static void allowed(TableModel table, Node node, String owner, Findings findings) {
        if (Namespaces.DRAWING.contains(node.uri()) || Namespaces.DECORATION.contains(node.uri())) {
            return;
        }
        String id = node.id();
        boolean drawn = node.is("rule") || node.is("input") || node.is("output") || node.is("decision");
        String here = drawn && id != null ? id : owner;
        if (!Namespaces.DMN.equals(node.uri()) || !ELEMENTS.contains(node.name())) {
            findings.add(Rule.ELEMENT_UNKNOWN, table.name(), id == null ? here : id, node.name(), "#remedy.table");
            return;
        }
        node.attributes().forEach((name, value) -> {
            if (name.equals("expressionLanguage")) {
                if (!"feel".equalsIgnoreCase(value)) {
                    findings.add(Rule.TABLE_LANGUAGE, table.name(), here, value);
                }
            } else if (!ATTRIBUTES.contains(name) && !name.startsWith("modeler:") && !name.startsWith("biodi:")) {
                findings.add(Rule.ATTRIBUTE_UNKNOWN, table.name(), here, name, node.name());
            }
        });
        node.children().forEach(child -> allowed(table, child, here, findings));
    }

    /** One table with what it may read. */
    private record Table(TableModel table, Surroundings known, Set<String> variables, Findings findings) {

        void check() {
            List<Node> decisions = table.root().children("decision");
            Node decision = table.decision();
            Node grid = table.table();
            if (decisions.size() != 1 || decision == null || grid == null) {
                say(Rule.TABLE_ONE, decision == null ? null : decision.id(), decisions.size());
                return;
            }
            String id = decision.value("id");
            if (id.length() > ProcessCheck.LONGEST_ID
                    || !ProcessCheck.KEBAB.matcher(id).matches()) {
                say(Rule.TABLE_ID, id, id);
            }
            ProcessCheck.timeToLive(table.name(), id, decision.value("camunda:historyTimeToLive"), findings);
            String policy = grid.attribute("hitPolicy") == null ? "UNIQUE" : grid.value("hitPolicy");
            if (!HIT_POLICIES.contains(policy)) {
                say(Rule.TABLE_HIT_POLICY, id, policy);
            }
            ids();
            table.inputs().forEach(this::input);
            table.outputs().forEach(this::output);
            rows(id, policy);
        }

        private void say(Rule rule, @Nullable String element, Object... arguments) {
            findings.add(rule, table.name(), element, arguments);
        }

        private void ids() {
            Set<String> seen = new HashSet<>();
            table.root().all().filter(node -> Namespaces.DMN.equals(node.uri())).forEach(node -> {
                if (node.id() != null && !seen.add(node.id())) {
                    say(Rule.ID_TWICE, node.id(), node.id());
                }
            });
        }

        private void input(Node input) {
            Node expression = input.child("inputExpression");
            String read = expression == null ? "" : TableModel.text(expression);
            String type = expression == null ? "" : expression.value("typeRef");
            if (!isKnown(read) || input.value("label").isBlank()) {
                String what = read.isEmpty() ? "-" : read;
                say(
                        Rule.TABLE_INPUT,
                        input.id(),
                        what,
                        String.join(", ", new TreeSet<>(known.data().facts())));
            }
            type(input, type);
        }

        private boolean isKnown(String name) {
            return name.startsWith(FACTS)
                    ? known.data().facts().contains(name.substring(FACTS.length()))
                    : variables.contains(name);
        }

        private void type(Node column, String type) {
            if (!type.isEmpty() && !TYPES.contains(type)) {
                say(Rule.TABLE_TYPE, column.id(), type, String.join(", ", new TreeSet<>(TYPES)));
            }
        }

        private void output(Node output) {
            String name = output.value("name");
            if (!NAME.matcher(name).matches() || REFUSED_OUTPUTS.contains(name) || known.isBean(name)) {
                say(Rule.TABLE_OUTPUT, output.id(), name.isEmpty() ? "-" : name);
            }
            type(output, output.value("typeRef"));
        }

        private void rows(String id, String policy) {
            List<Node> rows = table.rows();
            if (rows.size() > MOST_ROWS) {
                say(Rule.TABLE_ROWS, id, rows.size(), MOST_ROWS);
            }
            if (rows.isEmpty() || table.outputs().isEmpty()) {
                say(Rule.TABLE_DEFAULT, id);
                return;
            }
            for (Node row : rows) {
                row(row);
            }
            if ("FIRST".equals(policy)) {
                rests(id, rows);
            }
        }

        /** The last row catches what no other meant; after such a row, none is ever read. */
        private void rests(String id, List<Node> rows) {
            Node last = rows.get(rows.size() - 1);
            if (!catchesAll(last)) {
                say(Rule.TABLE_DEFAULT, last.id() == null ? id : last.id());
            }
            for (int i = 0; i < rows.size() - 1; i++) {
                if (catchesAll(rows.get(i))) {
                    say(Rule.TABLE_SHADOWED, rows.get(i).id());
                    return;
                }
            }
        }

        private static boolean catchesAll(Node row) {
            return row.children("inputEntry").stream()
                    .map(TableModel::text)
                    .allMatch(text -> text.isBlank() || "-".equals(text));
        }

        private void row(Node row) {
            List<Node> tests = row.children("inputEntry");
            List<Node> answers = row.children("outputEntry");
            if (tests.size() != table.inputs().size()
                    || answers.size() != table.outputs().size()) {
                say(
                        Rule.TABLE_CELLS,
                        row.id(),
                        table.inputs().size(),
                        table.outputs().size());
                return;
            }
            for (int i = 0; i < tests.size(); i++) {
                Node expression = table.inputs().get(i).child("inputExpression");
                String type = expression == null ? "" : expression.value("typeRef");
                String text = TableModel.text(tests.get(i));
                cell(row, text, FeelCellParser.tests(text), type);
            }
            for (int i = 0; i < answers.size(); i++) {
                String text = TableModel.text(answers.get(i));
                cell(
                        row,
                        text,
                        FeelCellParser.value(text),
                        table.outputs().get(i).value("typeRef"));
            }
            Node reason = row.child("description");
            if (reason == null || reason.text().isBlank()) {
                say(Rule.TABLE_REASON, row.id());
            }
        }

        private void cell(Node row, String text, FeelCellParser cell, String type) {
            FeelCellParser.Fault fault = cell.fault();
            if (fault != null) {
                Rule rule = switch (fault) {
                    case FUNCTION -> Rule.TABLE_FUNCTION;
                    case LOOP -> Rule.TABLE_LOOP;
                    case UNREADABLE -> Rule.TABLE_CELL;
                };
                say(rule, row.id(), text);
                return;
            }
            for (String name : new TreeSet<>(cell.names())) {
                if (!isKnown(name)) {
                    say(Rule.TABLE_NAME, row.id(), name, text);
                }
            }
            if (cell.literals().stream().anyMatch(literal -> isOther(literal, type))) {
                say(Rule.TABLE_CELL_TYPE, row.id(), text, type);
            }
        }

        private static boolean isOther(FeelCellParser.Literal literal, String type) {
            return switch (literal) {
                case TEXT -> NUMBERS.contains(type) || "boolean".equals(type);
                case NUMBER -> "string".equals(type) || "boolean".equals(type);
                case BOOLEAN -> NUMBERS.contains(type) || "string".equals(type);
                case OTHER -> false;
            };
        }
    }
}
