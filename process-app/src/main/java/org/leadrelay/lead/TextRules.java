package org.leadrelay.lead;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.TextNormalizer;
import org.leadrelay.platform.Wording;

/** Validation and normalization of texts that people send. */
final class TextRules {

    private static final Wording WORDING = Wording.of(TextRules.class);

    private static final Set<String> YES = Set.of(
            "yes",
            "y",
            "true",
            "t",
            "1",
            "1.0",
            "1,0",
            "x",
            "on",
            "✓",
            "✔",
            "☑",
            "ja",
            "j",
            "wahr",
            "oui",
            "vrai",
            "sí",
            "si",
            "verdadero",
            "sì",
            "vero",
            "waar",
            "tak",
            "prawda",
            "sim",
            "verdadeiro");
    private static final Set<String> NO = Set.of(
            "no", "n", "false", "f", "0", "0.0", "0,0", "off", "☐", "nein", "falsch", "non", "faux", "falso", "nee",
            "onwaar", "nie", "fałsz", "não");

    private TextRules() {}

    /** What is wrong with a text, with the remedy; null when nothing is. */
    static @Nullable String problem(String text, int longest) {
        if (text.length() > longest) {
            return WORDING.text("tooLong", text.length(), longest);
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                return WORDING.text("nul");
            }
            if (c == '\uFFFD') {
                return WORDING.text("unreadable");
            }
            if (Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t') {
                return WORDING.text("control", "U+%04X".formatted((int) c));
            }
            if (Character.isSurrogate(c) && !pairedAt(text, i)) {
                return WORDING.text("half");
            }
        }
        return null;
    }

    /**
     * Words that a person wrote, cleaned; may be empty.
     *
     * @throws Invalid when they cannot be kept, naming the field
     */
    static String words(String field, String text) {
        String words = TextNormalizer.clean(text);
        String problem = problem(words, 1_000);
        if (problem != null) {
            throw Invalid.field(field, problem);
        }
        return words;
    }

    /**
     * Why something is done, in the words of whoever does it.
     *
     * @throws Invalid when they are missing or cannot be kept
     */
    static String reason(String text) {
        String why = words("reason", text);
        if (why.isEmpty()) {
            throw Invalid.field("reason", WORDING.text("reason"));
        }
        return why;
    }

    private static boolean pairedAt(String text, int i) {
        return Character.isHighSurrogate(text.charAt(i))
                ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
    }

    static String shortened(String text) {
        String line = text.replaceAll("\\p{Cntrl}", "?");
        return line.length() <= 60 ? line : line.substring(0, 59) + "…";
    }

    /** Yes and no as people and the spreadsheets of several languages write them. */
    static Optional<Boolean> yesOrNo(String text) {
        String word = TextNormalizer.key(text);
        if (YES.contains(word)) {
            return Optional.of(true);
        }
        return NO.contains(word) ? Optional.of(false) : Optional.empty();
    }

    /** A number in digits, with a decimal point; of a range such as 51-200 its beginning. */
    static Optional<BigDecimal> number(String text) {
        return NumberHabit.POINT.read(text);
    }
}
