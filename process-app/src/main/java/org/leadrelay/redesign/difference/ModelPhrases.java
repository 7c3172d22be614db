package org.leadrelay.redesign.difference;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Wording;

/**
 * Rendering of what models write, in words of one language: deadlines, conditions, roles.
 *
 * @param own names of the model that is spoken of
 * @param all names of all models, to find the step of a clause
 */
record ModelPhrases(Locale locale, Names own, List<Names> all, ClauseTerms terms) {

    private static final Wording WORDING = Wording.of(ModelPhrases.class, "differences");

    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{\\s*(.*?)\\s*}", Pattern.DOTALL);
    private static final Pattern CLAUSE = Pattern.compile("(due|remind)\\.(\\w+)");
    private static final Pattern COMPARISON =
            Pattern.compile("(!?)\\s*([A-Za-z][\\w.]*)\\s*(?:(==|!=|>=|<=|>|<)\\s*('[^']*'|\"[^\"]*\"|[\\w.-]+))?");
    private static final Pattern AND_OR = Pattern.compile("\\s*(&&|\\|\\|)\\s*");
    private static final Pattern FRACTION = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
    private static final String NULL = "null";

    ModelPhrases {
        all = List.copyOf(all);
    }

    String text(String key, @Nullable Object... arguments) {
        return WORDING.text(locale, key, arguments);
    }

    Optional<String> find(String key, @Nullable Object... arguments) {
        return WORDING.find(locale, key, arguments);
    }

    String name(String id) {
        return own.of(id);
    }

    /** What stands for nothing where a value is empty. */
    String value(@Nullable String value) {
        return value == null || value.isEmpty() ? text("nothing") : text("quoted", value);
    }

    /**
     * When something falls due, as the end of "reminder now ...".
     *
     * @param step id of the step whose time it is
     */
    String time(@Nullable String time, String step) {
        if (time == null || time.isBlank()) {
            return text("time.never");
        }
        String inner = inside(time);
        if (inner == null) {
            return TimeSpan.of(time, this).orElseGet(() -> text("time.at", time));
        }
        Matcher clause = CLAUSE.matcher(inner);
        if (!clause.matches()) {
            return text("time.at", words(inner));
        }
        String part = clause.group(1);
        String named = clause.group(2);
        String key = "time." + part;
        String said =
                terms.element(named).filter(step::equals).isPresent() ? text(key) : text(key + "Of", clause(named));
        return terms.terms(part, named, locale)
                .map(each -> text("time.terms", said, each))
                .orElse(said);
    }

    /** A clause is called as the step that it times. */
    private String clause(String clause) {
        return terms.element(clause)
                .flatMap(element -> Stream.concat(Stream.of(own), all.stream())
                        .flatMap(each -> each.find(element).stream())
                        .findFirst())
                .orElseGet(() -> words(clause));
    }

    /** When a path is taken, as the end of "now taken when ...". */
    String condition(@Nullable String condition) {
        if (condition == null) {
            return text("condition.always");
        }
        String inner = inside(condition);
        if (inner == null) {
            return text("quoted", condition);
        }
        StringBuilder said = new StringBuilder();
        Matcher joint = AND_OR.matcher(inner);
        int from = 0;
        while (joint.find()) {
            said.append(comparison(inner.substring(from, joint.start())))
                    .append(text(joint.group(1).equals("&&") ? "condition.and" : "condition.or"));
            from = joint.end();
        }
        return said.append(comparison(inner.substring(from))).toString();
    }

    private String comparison(String atom) {
        Matcher parts = COMPARISON.matcher(atom.strip());
        if (!parts.matches()) {
            return text("quoted", atom);
        }
        String variable = parts.group(2);
        String operator = parts.group(3);
        if (operator == null) {
            String key = parts.group(1).isEmpty() ? "condition.holds" : "condition.holdsNot";
            return text(key, own.variable(variable, null).orElseGet(() -> words(variable)));
        }
        String value = parts.group(4).replaceAll("^['\"]|['\"]$", "");
        String asked = own.variable(variable, value).orElseGet(() -> words(variable));
        if (value.equals(NULL)) {
            return text(operator.equals("==") ? "condition.unknown" : "condition.known", asked);
        }
        String called = own.value(variable, value).orElse(value);
        return switch (operator) {
            case "==" -> text("condition.is", asked, called);
            case "!=" -> text("condition.isNot", asked, called);
            case ">=" -> text("condition.atLeast", asked, called);
            case "<=" -> text("condition.atMost", asked, called);
            case ">" -> text("condition.more", asked, called);
            default -> text("condition.less", asked, called);
        };
    }

    /** Who does it. */
    String role(@Nullable String roles) {
        if (roles == null || roles.isBlank()) {
            return text("role.nobody");
        }
        if (roles.equals("${repId}")) {
            return text("role.rep");
        }
        String inner = inside(roles);
        if (inner != null) {
            return text("quoted", words(inner));
        }
        return Stream.of(roles.split(",", -1))
                .map(String::strip)
                .map(each -> Stream.concat(Stream.of(own), all.stream())
                        .flatMap(names -> names.role(each).stream())
                        .findFirst()
                        .orElseGet(() -> each.replace('-', ' ')))
                .collect(Collectors.joining(", "));
    }

    /** What an expression holds; null when it is none. */
    static @Nullable String inside(String value) {
        Matcher expression = EXPRESSION.matcher(value.strip());
        return expression.matches() ? expression.group(1) : null;
    }

    /** A name of a variable as words: {@code attemptsLeft} is "attempts left". */
    static String words(String name) {
        return name.matches("[\\w.]+")
                ? FRACTION.matcher(name.substring(name.lastIndexOf('.') + 1))
                        .replaceAll(" ")
                        .toLowerCase(Locale.ROOT)
                : name;
    }
}
