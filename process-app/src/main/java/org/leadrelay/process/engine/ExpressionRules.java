package org.leadrelay.process.engine;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Validation of expressions: where one may stand in a model and what it may name. What is not a literal, a
 * comparison, logic, a ternary, a known variable or a deadline is refused, whatever it would do.
 */
class ExpressionRules {

    private static final int LONGEST = 200;
    private static final Set<String> VARIABLES = Set.of(
            "leadId",
            "route",
            "priority",
            "fit",
            "maturity",
            "track",
            "cooling",
            "lap",
            "repId",
            "skills",
            "outcome",
            "rejectionReason",
            "notReadyReason",
            "learned",
            "reachable",
            "triesLeft",
            "attemptsLeft",
            "nextAttemptAt",
            "nextStepDate",
            "exhausted",
            "touchWait",
            "touchKind",
            "touchTemplate",
            "recycle",
            "sameRep");
    private static final Set<String> WORDS =
            Set.of("true", "false", "null", "empty", "and", "or", "not", "eq", "ne", "lt", "gt", "le", "ge");
    private static final Pattern TOKEN =
            Pattern.compile("\\s*(?:(?<string>'[^'\\\\]*'|\"[^\"\\\\]*\")|(?<number>\\d+(?:\\.\\d+)?)"
                    + "|(?<name>[A-Za-z_]\\w*(?:\\.[A-Za-z_]\\w*)*)"
                    + "|(?<operator>==|!=|<=|>=|&&|\\|\\||[<>!?:()]))\\s*");
    private static final Pattern WHOLE = Pattern.compile("[$#]\\{(?<body>[^{}]*)}");

    private final Set<String> declared;

    ExpressionRules(Set<String> declared) {
        this.declared = declared;
    }

    void check(String tag, @Nullable String attribute, @Nullable String text, String at, List<String> violations) {
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
        body(whole.group("body"), deadlineAllowed(tag, attribute), at, place, violations);
    }

    private void body(String body, boolean deadlines, String at, String place, List<String> violations) {
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
            if (name != null && !known(name, deadlines)) {
                violations.add(at
                        + ": "
                        + name
                        + " in "
                        + place
                        + " is unknown here; "
                        + (name.startsWith("due.") || name.startsWith("remind.")
                                ? "a deadline stands in a timer or a due date alone"
                                : "use a variable of the journey or a field of this model's forms"));
            }
            afterName = name != null && !WORDS.contains(name);
            end = token.end();
        }
        if (end < body.length()) {
            violations.add(at + ": " + place + " cannot be read from \"" + body.substring(end) + "\" on");
        }
    }

    private boolean known(String name, boolean deadlines) {
        if (name.startsWith("due.") || name.startsWith("remind.")) {
            return deadlines && name.indexOf('.') == name.lastIndexOf('.');
        }
        return WORDS.contains(name) || VARIABLES.contains(name) || declared.contains(name);
    }

    private static boolean mayHoldExpression(String tag, @Nullable String attribute) {
        if (attribute == null) {
            return Set.of("conditionExpression", "timeDate", "timeDuration", "inputParameter", "outputParameter")
                    .contains(tag);
        }
        return Set.of("assignee", "dueDate", "followUpDate").contains(attribute)
                || ("in".equals(tag) && "businessKey".equals(attribute));
    }

    private static boolean deadlineAllowed(String tag, @Nullable String attribute) {
        return attribute == null ? "timeDate".equals(tag) : "dueDate".equals(attribute);
    }
}
