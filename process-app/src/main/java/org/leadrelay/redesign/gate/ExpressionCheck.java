package org.leadrelay.redesign.gate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Check of expressions: where one may stand in a model and what it may name. What is not a literal, a comparison, logic, a ternary, a
 * known variable or a deadline is refused, whatever it would do.
 */
final class ExpressionCheck implements Check {

    private static final int LONGEST = 200;
    private static final Set<String> WORDS =
            Set.of("true", "false", "null", "empty", "and", "or", "not", "eq", "ne", "lt", "gt", "le", "ge");
    private static final Pattern TOKEN =
            Pattern.compile("\\s*(?:(?<string>'[^'\\\\]*'|\"[^\"\\\\]*\")|(?<number>\\d+(?:\\.\\d+)?)"
                    + "|(?<name>[A-Za-z_]\\w*(?:\\.[A-Za-z_]\\w*)*)"
                    + "|(?<operator>==|!=|<=|>=|&&|\\|\\||[<>!?:()]))\\s*");
    private static final Pattern WHOLE = Pattern.compile("[$#]\\{(?<body>[^{}]*)}");
    private static final Pattern DEADLINE = Pattern.compile("[$#]\\{\\s*(?<kind>due|remind)\\.(?<clause>\\w+)\\s*}");
    private static final Pattern COMPARISON = Pattern.compile(
            "(?<name>[A-Za-z_]\\w*)\\s*(?:==|!=|eq|ne)\\s*" + "(?:'(?<single>[^'\\\\]*)'|\"(?<double>[^\"\\\\]*)\")");
    private static final Set<String> TEXTS =
            Set.of("conditionExpression", "timeDate", "timeDuration", "inputParameter", "outputParameter");
    private static final Set<String> ATTRIBUTES =
            Set.of("camunda:assignee", "camunda:dueDate", "camunda:followUpDate", "camunda:delegateExpression");

    /** A promise of the charter that an expression reads. */
    record Deadline(boolean due, String clause) {}

    @Override
    public void check(ModelSet models, Surroundings known, Findings findings) {
        for (ProcessModel model : models.processes()) {
            Set<String> names = new HashSet<>(known.data().variables());
            names.addAll(declared(model));
            model.root().all().forEach(node -> {
                node.attributes().forEach((attribute, value) -> place(model, node, attribute, value, names, findings));
                place(model, node, null, node.text(), names, findings);
            });
        }
    }

    /** The variables that this model's own forms, calls and outputs bring into being. */
    static Set<String> declared(ProcessModel model) {
        Set<String> names = new HashSet<>();
        model.process().all().filter(node -> Namespaces.isCamunda(node.uri())).forEach(node -> {
            String name = switch (node.name()) {
                case "formField" -> node.value("id");
                case "in", "out" -> node.value("target");
                case "inputParameter", "outputParameter" -> node.value("name");
                default -> "";
            };
            if (!name.isEmpty()) {
                names.add(name);
            }
        });
        return names;
    }

    private static void place(
            ProcessModel model,
            Node node,
            @Nullable String attribute,
            String text,
            Set<String> known,
            Findings findings) {
        if (!isExpression(text) || "camunda:delegateExpression".equals(attribute)) {
            return;
        }
        if (Namespaces.isCamunda(node.uri()) && "delegateExpression".equals(attribute)) {
            return; // compared with the registered listeners
        }
        String owner = model.owner(node);
        String where = attribute == null ? "<" + node.name() + ">" : attribute;
        if (!mayStandHere(node, attribute)) {
            findings.add(Rule.EXPRESSION_PLACE, model.name(), owner, where);
            return;
        }
        Matcher whole = WHOLE.matcher(text);
        if (text.length() > LONGEST || !whole.matches()) {
            findings.add(Rule.EXPRESSION_FORM, model.name(), owner, where, LONGEST);
            return;
        }
        body(model, owner, where, whole.group("body"), deadlines(node, attribute), known, findings);
    }

    private static void body(
            ProcessModel model,
            @Nullable String owner,
            String where,
            String body,
            boolean deadlines,
            Set<String> known,
            Findings findings) {
        Matcher token = TOKEN.matcher(body);
        int end = 0;
        boolean afterName = false;
        while (end < body.length() && token.find(end) && token.start() == end && token.end() > end) {
            String name = token.group("name");
            if (afterName && "(".equals(token.group("operator"))) {
                findings.add(Rule.EXPRESSION_CALLS, model.name(), owner, where);
                return;
            }
            if (name != null && !isKnown(name, deadlines, known)) {
                findings.add(Rule.EXPRESSION_NAME, model.name(), owner, name, where);
            }
            afterName = name != null && !WORDS.contains(name);
            end = token.end();
        }
        if (end < body.length()) {
            findings.add(Rule.EXPRESSION_FORM, model.name(), owner, where, LONGEST);
        }
    }

    private static boolean isKnown(String name, boolean deadlines, Set<String> known) {
        if (name.startsWith("due.") || name.startsWith("remind.")) {
            return deadlines && name.indexOf('.') == name.lastIndexOf('.');
        }
        return WORDS.contains(name) || known.contains(name);
    }

    private static boolean mayStandHere(Node node, @Nullable String attribute) {
        if (attribute == null) {
            return TEXTS.contains(node.name());
        }
        return ATTRIBUTES.contains(attribute) || (node.isCamunda("in") && "businessKey".equals(attribute));
    }

    private static boolean deadlines(Node node, @Nullable String attribute) {
        return attribute == null ? node.is("timeDate") : "camunda:dueDate".equals(attribute);
    }

    static boolean isExpression(String text) {
        return text.contains("${") || text.contains("#{");
    }

    /** The promise that this expression reads and nothing else, or null. */
    static @Nullable Deadline deadline(String text) {
        Matcher deadline = DEADLINE.matcher(text.strip());
        return deadline.matches() ? new Deadline("due".equals(deadline.group("kind")), deadline.group("clause")) : null;
    }

    /** The variables that an expression reads; empty for a text without one. */
    static List<String> variables(String text) {
        Matcher whole = WHOLE.matcher(text.strip());
        if (!whole.matches()) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        Matcher token = TOKEN.matcher(whole.group("body"));
        while (token.find()) {
            String name = token.group("name");
            if (name != null && !WORDS.contains(name) && !name.contains(".")) {
                names.add(name);
            }
        }
        return names;
    }

    /** The bean of exactly {@code ${bean}}, or an empty text. */
    static String bean(String text) {
        return text.matches("\\$\\{[A-Za-z]\\w*}") ? text.substring(2, text.length() - 1) : "";
    }

    /** A comparison of a variable with a literal text. */
    record Comparison(String name, String value) {}

    static List<Comparison> comparisons(String text) {
        return COMPARISON
                .matcher(text)
                .results()
                .map(found -> new Comparison(
                        found.group(1), found.group(2) == null ? String.valueOf(found.group(3)) : found.group(2)))
                .toList();
    }
}
