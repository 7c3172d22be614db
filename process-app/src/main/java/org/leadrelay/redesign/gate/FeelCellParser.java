package org.leadrelay.redesign.gate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Parser of a table's cell, for the part of FEEL that tables may use: literals, comparisons, ranges, lists of them, {@code not},
 * arithmetic and {@code if}. The engine parses a cell only when the first lead comes to it.
 */
final class FeelCellParser {

    private static final Pattern TOKEN = Pattern.compile("\\s*(?:(?<text>\"(?:[^\"\\\\]|\\\\.)*\")"
            + "|(?<number>\\d+(?:\\.(?!\\.)\\d+)?|\\.\\d+)"
            + "|(?<name>[A-Za-z_]\\w*(?:\\.[A-Za-z_]\\w*)*)"
            + "|(?<operator>\\.\\.|<=|>=|!=|\\*\\*|[<>=()\\[\\],+*/?-]))");
    private static final Set<String> LOOPS = Set.of("for", "some", "every", "function");
    private static final Set<String> LITERALS = Set.of("true", "false", "null");

    /** What is wrong with a cell. */
    enum Fault {
        FUNCTION,
        LOOP,
        UNREADABLE
    }

    /** What the only value of a cell is; {@code OTHER} for anything that is no single literal. */
    enum Literal {
        TEXT,
        NUMBER,
        BOOLEAN,
        OTHER
    }

    private static final class Wrong extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final Fault fault;

        Wrong(Fault fault) {
            super(fault.name(), null, false, false);
            this.fault = fault;
        }
    }

    private final List<String> tokens = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private final Set<Literal> literals = new HashSet<>();
    private @Nullable Fault fault;
    private int at;

    private FeelCellParser() {}

    /** A cell of an input column. */
    static FeelCellParser tests(String text) {
        FeelCellParser cell = new FeelCellParser();
        cell.read(text, cell::tests);
        return cell;
    }

    /** A cell of an output column, or what an input column reads. */
    static FeelCellParser value(String text) {
        FeelCellParser cell = new FeelCellParser();
        cell.read(text, cell::expression);
        return cell;
    }

    @Nullable
    Fault fault() {
        return fault;
    }

    /** Variables and facts that it reads. */
    Set<String> names() {
        return names;
    }

    /** The kinds of its literals. */
    Set<Literal> literals() {
        return literals;
    }

    private void read(String text, Runnable grammar) {
        if (text.isBlank()) {
            return;
        }
        try {
            tokenize(text.strip());
            grammar.run();
            if (at < tokens.size()) {
                throw unexpected();
            }
        } catch (Wrong wrong) {
            fault = wrong.fault;
        }
    }

    private void tokenize(String text) {
        Matcher token = TOKEN.matcher(text);
        int end = 0;
        while (end < text.length()) {
            if (!token.find(end) || token.start() != end) {
                throw new Wrong(loops(text) ? Fault.LOOP : Fault.UNREADABLE);
            }
            tokens.add(token.group().strip());
            end = token.end();
        }
        if (tokens.stream().anyMatch(LOOPS::contains)) {
            throw new Wrong(Fault.LOOP);
        }
    }

    private static boolean loops(String text) {
        return Pattern.compile("\\b(for|some|every|function)\\b")
                .matcher(text.replaceAll("\"[^\"]*\"", ""))
                .find();
    }

    private void tests() {
        if (tokens.size() == 1 && is("-")) {
            at++;
            return;
        }
        if (is("not") && "(".equals(peek(1))) {
            at += 2;
            testList();
            expect(")");
            return;
        }
        testList();
    }

    private void testList() {
        test();
        while (take(",")) {
            test();
        }
    }

    private void test() {
        if (take("<") || take("<=") || take(">") || take(">=") || take("=") || take("!=")) {
            sum();
        } else if (is("[") || is("]") || (is("(") && isRange())) {
            range();
        } else {
            expression();
        }
    }

    /** Whether the bracket that opens here holds two values and dots. */
    private boolean isRange() {
        int depth = 0;
        for (int i = at; i < tokens.size(); i++) {
            String token = tokens.get(i);
            if ("(".equals(token) || "[".equals(token)) {
                depth++;
            } else if (")".equals(token) || "]".equals(token)) {
                depth--;
            }
            if ("..".equals(token) && depth == 1) {
                return true;
            }
            if (depth == 0) {
                return false;
            }
        }
        return false;
    }

    private void range() {
        at++;
        sum();
        expect("..");
        sum();
        if (!take("]") && !take(")") && !take("[")) {
            throw new Wrong(Fault.UNREADABLE);
        }
    }

    private void expression() {
        conjunction();
        while (take("or")) {
            conjunction();
        }
    }

    private void conjunction() {
        comparison();
        while (take("and")) {
            comparison();
        }
    }

    private void comparison() {
        sum();
        if (take("=") || take("!=") || take("<") || take("<=") || take(">") || take(">=")) {
            sum();
        } else if (take("between")) {
            sum();
            expect("and");
            sum();
        } else if (take("in")) {
            test();
        }
    }

    private void sum() {
        product();
        while (take("+") || take("-")) {
            product();
        }
    }

    private void product() {
        operand();
        while (take("*") || take("/") || take("**")) {
            operand();
        }
    }

    private void operand() {
        while (take("-")) {}
        if (take("(")) {
            expression();
            expect(")");
        } else if (take("if")) {
            expression();
            expect("then");
            expression();
            expect("else");
            expression();
        } else {
            single();
        }
    }

    private void single() {
        String token = at < tokens.size() ? tokens.get(at++) : "";
        char first = token.isEmpty() ? ' ' : token.charAt(0);
        if (first == '"') {
            literals.add(Literal.TEXT);
        } else if (Character.isDigit(first) || (first == '.' && token.length() > 1 && !"..".equals(token))) {
            literals.add(Literal.NUMBER);
        } else if (LITERALS.contains(token)) {
            literals.add("null".equals(token) ? Literal.OTHER : Literal.BOOLEAN);
        } else if ("?".equals(token)) {
            literals.add(Literal.OTHER);
        } else if (Character.isLetter(first) || first == '_') {
            if (is("(")) {
                throw new Wrong(Fault.FUNCTION);
            }
            names.add(token);
            literals.add(Literal.OTHER);
        } else {
            throw new Wrong(Fault.UNREADABLE);
        }
    }

    private String peek(int ahead) {
        return at + ahead < tokens.size() ? tokens.get(at + ahead) : "";
    }

    private boolean is(String token) {
        return peek(0).equals(token);
    }

    private boolean take(String token) {
        if (is(token)) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(String token) {
        if (!take(token)) {
            throw unexpected();
        }
    }

    /** Words before a bracket are a function, whatever they are: {@code date and time(...)}. */
    private Wrong unexpected() {
        int next = at;
        while (next < tokens.size() && Character.isLetter(tokens.get(next).charAt(0))) {
            next++;
        }
        return new Wrong(next < tokens.size() && "(".equals(tokens.get(next)) ? Fault.FUNCTION : Fault.UNREADABLE);
    }
}
