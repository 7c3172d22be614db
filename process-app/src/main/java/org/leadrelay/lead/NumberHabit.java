package org.leadrelay.lead;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.leadrelay.platform.TextNormalizer;

/**
 * Number format of a file or an interface: whether the decimals stand behind a point or a comma.
 * The other one groups thousands, as do blanks and apostrophes under either habit.
 */
public enum NumberHabit {
    /** 1,500.25, as JSON and English files write it. */
    POINT("\\.", ","),
    /** 1.500,25, as most of Europe writes it. */
    COMMA(",", "\\.");

    private static final String ABOUT = "(?:(?:ca|approx|env|min|mind|ok)\\.?|circa|etwa|rund|ungefähr|über|ueber|mehr"
            + " als|mindestens|more than|over|about|around|approximately|at least|environ|plus"
            + " de|más de|mas de|oltre|meer dan|około|ponad|~|≈|>=?|≥)\\s*";
    private static final String TO = "\\s*(?:-|–|—|−|to|bis|à|do|tot)\\s*";
    private static final String OF_WHAT =
            "\\s*(?:mitarbeiter(?:[:*]?innen)?|ma|beschäftigte|angestellte|personen|leute|employees?|people"
                    + "|persons?|staff|fte|salariés|employés|empleados|dipendenti|addetti|medewerkers"
                    + "|werknemers|pracowników|visits?|besuche|seconds|sekunden|sec|s)\\.?";
    private static final String BLANKS = " \u00A0\u2007\u2009\u202F";

    private final Pattern pattern;
    private final String group;

    NumberHabit(String decimal, String group) {
        String number = number(decimal, group);
        this.group = group;
        this.pattern = Pattern.compile(
                "(?:%s)?([+-]?%s)(\\s*k)?(?:\\s*\\+|%s(%s)(\\s*k)?\\+?)?(?:%s)?"
                        .formatted(ABOUT, number, TO, number, OF_WHAT),
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** Plain digits, or digits in groups of three that one and the same sign parts. */
    private static String number(String decimal, String group) {
        StringBuilder grouped = new StringBuilder();
        for (String sign : new String[] {group, "['’]", "[" + BLANKS + "]"}) {
            grouped.append("[1-9]\\d{0,2}(?:").append(sign).append("\\d{3}){1,5}|");
        }
        String indian = group.equals(",") ? "[1-9]\\d?(?:,\\d{2}){1,5},\\d{3}|" : "";
        return "(?:%s%s\\d{1,15})(?:%s\\d{1,10})?".formatted(grouped, indian, decimal);
    }

    /**
     * A number in digits: of a range such as 51-200 its beginning, without words such as "ca." or
     * "employees". Nothing where the text is no number under this habit.
     */
    public Optional<BigDecimal> read(String text) {
        String word = TextNormalizer.clean(text).replace('\u2212', '-');
        Matcher matcher = pattern.matcher(word);
        if (!matcher.matches() || isPhone(word)) {
            return Optional.empty();
        }
        BigDecimal from = value(matcher.group(1), matcher.group(2) != null);
        String end = matcher.group(3);
        if (end != null) {
            BigDecimal to = value(end, matcher.group(4) != null);
            boolean thousandsAtEndOnly = matcher.group(4) != null && matcher.group(2) == null;
            if (to.compareTo(from) < 0 || thousandsAtEndOnly) {
                return Optional.empty();
            }
        }
        return Optional.of(from);
    }

    private static boolean isPhone(String word) {
        return word.startsWith("+") && word.chars().anyMatch(each -> BLANKS.indexOf(each) >= 0);
    }

    private BigDecimal value(String digits, boolean thousands) {
        String plain = digits.replaceAll("[" + BLANKS + "'’]", "")
                .replaceAll(group, "")
                .replace(',', '.');
        BigDecimal number = new BigDecimal(plain);
        return thousands ? number.scaleByPowerOfTen(3) : number;
    }

    /** The name as an API takes it: point or comma. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
