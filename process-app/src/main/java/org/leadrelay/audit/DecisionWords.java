package org.leadrelay.audit;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.leadrelay.platform.Wording;

/**
 * Text of what a decision table decided: its outputs and their values in the reader's language. What a process owner's own table
 * calls its outputs stays as it is.
 */
final class DecisionWords {

    /** Outputs whose values the product itself gives meaning to; of the others a value may be a word of the model. */
    private static final List<String> CODED = List.of("route", "priority", "track", "touchKind");

    private static final List<String> DAYS = List.of("cooling", "touchWait");
    private static final Pattern WHOLE_DAYS = Pattern.compile("P(\\d{1,9})D");

    private final Wording texts;
    private final Locale locale;

    DecisionWords(Wording texts, Locale locale) {
        this.texts = texts;
        this.locale = locale;
    }

    /** What a table is called; its id where nobody has found words for it. */
    String table(String decision) {
        return texts.find(locale, "table." + decision).orElse(decision);
    }

    /** In the order of their names, so that the same outputs always read the same. */
    String outputs(Map<?, ?> outputs) {
        return outputs.entrySet().stream()
                .map(each -> output(String.valueOf(each.getKey()), each.getValue()))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /** A duration in whole days; another one as the table has it. */
    private String days(String duration) {
        Matcher days = WHOLE_DAYS.matcher(duration);
        if (!days.matches()) {
            return duration;
        }
        return days.group(1).equals("1")
                ? texts.text(locale, "output.day")
                : texts.text(locale, "output.days", days.group(1));
    }

    private String output(String name, Object value) {
        return texts.find(locale, "output." + name).orElse(name) + " " + value(name, value);
    }

    private String value(String name, Object value) {
        String code = String.valueOf(value);
        if (value instanceof Boolean yes) {
            return texts.text(locale, yes ? "output.yes" : "output.no");
        }
        if (DAYS.contains(name)) {
            return days(code);
        }
        return CODED.contains(name)
                ? texts.find(locale, "output." + name + "." + code).orElse(code)
                : code;
    }
}
