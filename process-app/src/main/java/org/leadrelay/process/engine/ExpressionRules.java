package org.leadrelay.process.engine;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Expression validation inside the engine's parser: where one may stand in a model, and that it calls nothing: what is no literal, comparison, logic, ternary or name is
 * refused, whatever it would do. Frozen, as {@link ModelGate} says.
 */
final class ExpressionRules {

    private static final int LONGEST = 200;
    private static final Set<String> WORDS =
            Set.of("true", "false", "null", "empty", "and", "or", "not", "eq", "ne", "lt", "gt", "le", "ge");
    private static final Pattern TOKEN =
            Pattern.compile("\\s*(?:(?<string>'[^'\\\\]*'|\"[^\"\\\\]*\")|(?<number>\\d+(?:\\.\\d+)?)"
                    + "|(?<name>[A-Za-z_]\\w*(?:\\.[A-Za-z_]\\w*)*)"
                    + "|(?<operator>==|!=|<=|>=|&&|\\|\\||[<>!?:()]))\\s*");
    private static final Pattern WHOLE = Pattern.compile("[$#]\\{(?<body>[^{}]*)}");

    private ExpressionRules() {}

    static void check(
            String tag, @Nullable String attribute, @Nullable String text, String at, List<String> violations) {
        if (text == null || !(text.contains("${") || text.contains("#{"))) {
            return;
        }
        String place = attribute == null ? "<" + tag + ">" : attribute;
        if (!mayHoldExpression(tag, attribute)) {
            violations.add(at + ": an expression is not allowed in " + place + "; write plain text there");
            return;
        }
        Matcher whole = WHOLE.matcher(text);
        if (text.length() > LONGEST || !whole.matches()) {
            violations.add(at + ": " + place + " holds one expression ${...} of at most " + LONGEST + " characters");
            return;
        }
        body(whole.group("body"), at, place, violations);
    }

    private static void body(String body, String at, String place, List<String> violations) {
        Matcher token = TOKEN.matcher(body);
        int end = 0;
        boolean afterName = false;
        while (end < body.length() && token.find(end) && token.start() == end && token.end() > end) {
            String name = token.group("name");
            String operator = token.group("operator");
            if (afterName && "(".equals(operator)) {
                violations.add(at + ": " + place + " calls something; an expression only compares values");
                return;
            }
            afterName = name != null && !WORDS.contains(name);
            end = token.end();
        }
        if (end < body.length()) {
            violations.add(at + ": " + place + " cannot be read from \"" + body.substring(end) + "\" on");
        }
    }

    private static boolean mayHoldExpression(String tag, @Nullable String attribute) {
        if (attribute == null) {
            return Set.of("conditionExpression", "timeDate", "timeDuration", "inputParameter", "outputParameter")
                    .contains(tag);
        }
        return Set.of("assignee", "dueDate", "followUpDate").contains(attribute)
                || ("in".equals(tag) && "businessKey".equals(attribute));
    }
}
