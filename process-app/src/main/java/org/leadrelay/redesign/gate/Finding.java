package org.leadrelay.redesign.gate;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Wording;

/**
 * Finding of the gate.
 *
 * @param rule code of the rule; its words stand in {@code findings.properties} under it, with the arguments put in
 * @param file name of the file it stands in; empty for the release as a whole
 * @param element id of the element; null for the file as a whole
 * @param arguments put into the words; one that begins with {@code #} and is a key of the same bundle is said in words itself
 */
public record Finding(
        Severity severity,
        String rule,
        String file,
        @Nullable String element,
        List<String> arguments) {

    /** Argument that stands for a text that is missing. */
    private static final String NOTHING = "-";

    private static final Wording WORDING = Wording.of(Finding.class, "findings");

    public Finding {
        arguments = List.copyOf(arguments);
    }

    /** What is wrong and what to do, in one or two sentences. */
    public String message(Locale locale) {
        return WORDING.text(
                locale,
                rule,
                arguments.stream().map(argument -> inWords(locale, argument)).toArray());
    }

    private static String inWords(Locale locale, String argument) {
        if (argument.equals(NOTHING)) {
            return WORDING.text(locale, "empty");
        }
        return argument.startsWith("#")
                ? WORDING.find(locale, argument.substring(1)).orElse(argument)
                : argument;
    }
}
