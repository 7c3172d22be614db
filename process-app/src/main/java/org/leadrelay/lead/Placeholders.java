package org.leadrelay.lead;

import java.util.Set;
import java.util.regex.Pattern;
import org.leadrelay.platform.TextNormalizer;

/**
 * Placeholder values: what systems and people write where there is nothing, and what a spreadsheet
 * leaves of a long number. None of them identifies anybody, or two people with {@code N/A} would be
 * one.
 */
final class Placeholders {

    /** In the form of {@link TextNormalizer#key}, without the brackets around them. */
    private static final Set<String> WORDS = Set.of(
            "n/a",
            "n\\a",
            "na",
            "n.a",
            "n. a",
            "n.d",
            "nd",
            "n/d",
            "nan",
            "null",
            "nil",
            "none",
            "\\n",
            "undefined",
            "unknown",
            "unspecified",
            "missing",
            "empty",
            "blank",
            "not available",
            "not applicable",
            "not known",
            "not given",
            "not set",
            "no id",
            "no value",
            "no data",
            "tbd",
            "tba",
            "tbc",
            "kein",
            "keine",
            "keiner",
            "keine angabe",
            "keine id",
            "k.a",
            "k. a",
            "k/a",
            "leer",
            "unbekannt",
            "nicht bekannt",
            "nicht vorhanden",
            "nicht verfügbar",
            "nicht angegeben",
            "ohne",
            "entfällt",
            "fehlt",
            "inconnu",
            "inconnue",
            "aucun",
            "aucune",
            "néant",
            "desconocido",
            "ninguno",
            "ninguna",
            "sin datos",
            "sconosciuto",
            "nessuno",
            "nessuna",
            "onbekend",
            "geen",
            "brak",
            "nieznany",
            "#nv",
            "#na",
            "#n/a",
            "-1");

    /** Nothing but marks, nothing but zeros, x again and again, an error of a spreadsheet. */
    private static final Pattern NOTHING =
            Pattern.compile("[\\p{P}\\p{S}\\s]+|[0\\-.,{}\\s]*0[0\\-.,{}\\s]*|x{2,}|#[\\p{L}/0 ]+[!?]");

    /** Local parts that name nobody, whatever the domain. */
    private static final Set<String> NOBODY = Set.of(
            "none",
            "null",
            "undefined",
            "unknown",
            "unbekannt",
            "noemail",
            "nomail",
            "noaddress",
            "noemailaddress",
            "notavailable",
            "notprovided",
            "donthaveone",
            "keine",
            "keineemail",
            "keinemail",
            "keineadresse",
            "noreply",
            "donotreply",
            "sinemail",
            "sincorreo");

    /** They name nobody only at a domain that says nothing either, or that repeats them. */
    private static final Set<String> VAGUE = Set.of(
            "no", "na", "nil", "non", "nein", "kein", "nobody", "noone", "test", "email", "mail", "abc", "asdf",
            "qwerty", "xyz", "name", "example");

    private static final Set<String> NOWHERE =
            Set.of("none", "noemail", "nomail", "email", "mail", "unknown", "nowhere", "keine");

    private static final Pattern LETTER_AGAIN = Pattern.compile("(.)\\1*");
    private static final Pattern DIGIT_AGAIN = Pattern.compile("0*(\\d)\\1{4,}|0+");
    private static final Pattern CALLING_CODE = Pattern.compile("^(?:\\+|00)\\d{1,2}(?=\\D)");
    private static final String UP = "01234567890";
    private static final String DOWN = "9876543210";

    private static final Pattern SCIENTIFIC = Pattern.compile("[+-]?\\d+(?:[.,]\\d+[eE][+-]?|[eE][+-])\\d{1,3}");

    private static final Pattern AROUND = Pattern.compile("^[<(\\[{\"'*]+|[>)\\]}\"'*.?!]+$");
    private static final Pattern MARKS = Pattern.compile("[._-]");
    private static final Pattern LINES = Pattern.compile("[_-]");

    private Placeholders() {}

    /** Whether a text in the place of an id says that there is none. */
    static boolean isNoId(String text) {
        String key = TextNormalizer.key(text);
        return NOTHING.matcher(key).matches() || WORDS.contains(word(key));
    }

    /** Whether an address, or a text in its place, says that there is none. */
    static boolean isNoEmail(String text) {
        String address = TextNormalizer.key(text);
        int at = address.lastIndexOf('@');
        if (at < 0) {
            return isNoId(text);
        }
        String local = MARKS.matcher(address.substring(0, at)).replaceAll("");
        String domain = address.substring(at + 1);
        int dot = domain.indexOf('.');
        String place =
                LINES.matcher(dot < 0 ? domain : domain.substring(0, dot)).replaceAll("");
        boolean vague = VAGUE.contains(local) || LETTER_AGAIN.matcher(local).matches();
        return NOBODY.contains(local) || (vague && (local.equals(place) || NOWHERE.contains(place)));
    }

    /** Whether a phone number, or a text in its place, says that there is none. */
    static boolean isNoPhone(String text) {
        String key = TextNormalizer.key(text);
        if (isNoId(key)) {
            return true;
        }
        String digits = digits(key);
        String national = digits(CALLING_CODE.matcher(key).replaceFirst(""));
        return invented(digits) || invented(national);
    }

    /** Whether a spreadsheet has turned a long number into {@code 1.23457E+11}. */
    static boolean isDamaged(String text) {
        return SCIENTIFIC.matcher(TextNormalizer.code(text)).matches();
    }

    private static boolean invented(String digits) {
        return DIGIT_AGAIN.matcher(digits).matches()
                || (digits.length() >= 6 && (UP.contains(digits) || DOWN.contains(digits)));
    }

    private static String digits(String text) {
        StringBuilder digits = new StringBuilder();
        text.codePoints()
                .map(each -> Character.digit(each, 10))
                .filter(each -> each >= 0)
                .forEach(digits::append);
        return digits.toString();
    }

    /** Without brackets and quotes around it and the point or mark at its end. */
    private static String word(String key) {
        String inside = AROUND.matcher(key).replaceAll("").trim();
        return inside.isEmpty() ? key : inside;
    }
}
