package org.leadrelay.process.trace;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableImpl;
import org.camunda.bpm.dmn.engine.impl.DmnExpressionImpl;

/** Names in the cells of a decision table: {@code lap + 1} answers with a variable that is no input of it. */
final class CellNames {

    private static final Pattern TEXT = Pattern.compile("\"[^\"]*\"");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*)*");

    private CellNames() {}

    /** Whatever may be a name; words of the language are among them. */
    static Set<String> of(DmnDecisionTableImpl table) {
        Set<String> names = new TreeSet<>();
        table.getRules().stream()
                .flatMap(rule -> Stream.concat(rule.getConditions().stream(), rule.getConclusions().stream()))
                .map(DmnExpressionImpl::getExpression)
                .filter(expression -> expression != null)
                .forEach(expression -> names.addAll(in(expression)));
        return names;
    }

    static Set<String> in(String expression) {
        Set<String> names = new TreeSet<>();
        Matcher name = NAME.matcher(TEXT.matcher(expression).replaceAll("\"\""));
        while (name.find()) {
            names.add(name.group());
        }
        return names;
    }
}
