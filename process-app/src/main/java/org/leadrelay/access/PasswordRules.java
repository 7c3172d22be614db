package org.leadrelay.access;

import com.nulabinc.zxcvbn.Strength;
import com.nulabinc.zxcvbn.Zxcvbn;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.Wording;

/**
 * Password policy: how long a password is, what it must not hold, and how many guesses it takes as
 * zxcvbn estimates them, which knows common passwords, names, keyboard rows, repetitions, and
 * digits in place of letters. No rule asks for kinds of characters.
 */
final class PasswordRules {

    static final int SHORTEST = 12;

    /** BCrypt takes no notice of what comes after these. */
    static final int MOST_BYTES = 72;

    /** What a door that slows guessing down withstands by far; "Summer" and a year is less. */
    private static final double FEWEST_GUESSES = 1e9;

    private static final Wording WORDING = Wording.of(PasswordRules.class);
    private static final Zxcvbn ZXCVBN = new Zxcvbn();

    /** A shorter name stands in too many harmless words. */
    private static final int SHORTEST_NAME = 4;

    private static final String PRODUCT = "leadrelay";

    /** What people here choose and a list of English passwords does not know. */
    private static final List<String> COMMON_HERE = List.of(
            PRODUCT,
            "relay",
            "lead",
            "leads",
            "demo",
            "admin",
            "administrator",
            "passwort",
            "kennwort",
            "geheim",
            "willkommen",
            "hallo",
            "schatz",
            "liebe",
            "sommer",
            "winter",
            "herbst",
            "fruehling",
            "frühling",
            "januar",
            "februar",
            "maerz",
            "märz",
            "april",
            "juni",
            "juli",
            "august",
            "september",
            "oktober",
            "november",
            "dezember",
            "montag",
            "dienstag",
            "mittwoch",
            "donnerstag",
            "freitag",
            "samstag",
            "sonntag",
            "qwertz",
            "qwertzuiop",
            "qwertyuiop",
            "asdfghjkl",
            "yxcvbnm",
            "fussball",
            "fußball",
            "deutschland",
            "oesterreich",
            "österreich",
            "schweiz",
            "berlin",
            "hamburg",
            "muenchen",
            "münchen",
            "wien",
            "vertrieb",
            "marketing",
            "sales",
            "manager",
            "firma",
            "changeme",
            "letmein",
            "welcome",
            "initial",
            "start",
            "test");

    private PasswordRules() {}

    /**
     * Refuses a password that somebody else would guess.
     *
     * @throws Invalid with the field, the reason, and what to do
     */
    static void check(String field, @Nullable String password, String login, PersonChange person) {
        objection(password, login, person).ifPresent(words -> {
            throw Invalid.field(field, words);
        });
    }

    /** What is wrong with it, in words. */
    static Optional<String> objection(@Nullable String password, String login, PersonChange person) {
        if (password == null || password.codePointCount(0, password.length()) < SHORTEST) {
            return said("shortPassword", SHORTEST);
        }
        if (isTooLong(password)) {
            return said("longPassword", MOST_BYTES);
        }
        if (password.indexOf('\0') >= 0) {
            return said("nulPassword");
        }
        String letters = squeezed(password);
        if (letters.contains(PRODUCT)) {
            return said("productInPassword");
        }
        if (holds(letters, login)) {
            return said("loginInPassword");
        }
        if (holds(letters, localPart(person.email()))) {
            return said("mailInPassword");
        }
        return measured(password, login, person).getGuesses() < FEWEST_GUESSES
                ? said("weakPassword")
                : Optional.empty();
    }

    /** From 0, among the first guesses, to 4; 0 for what is too long to be taken. */
    static int score(String password, String login, PersonChange person) {
        return password.isEmpty() || isTooLong(password)
                ? 0
                : measured(password, login, person).getScore();
    }

    private static Strength measured(String password, String login, PersonChange person) {
        return ZXCVBN.measure(password, known(login, person));
    }

    static boolean isTooLong(String password) {
        return password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES;
    }

    /** What whoever guesses at this person tries first. */
    private static List<String> known(String login, PersonChange person) {
        List<String> known = new ArrayList<>(COMMON_HERE);
        Stream.of(login, person.displayName(), person.email())
                .flatMap(each -> each == null ? Stream.empty() : parts(each))
                .forEach(known::add);
        return known;
    }

    private static Stream<String> parts(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        return Stream.concat(
                Stream.of(small, squeezed(small)),
                Arrays.stream(small.split("[^\\p{L}\\p{Nd}]+")).filter(each -> each.length() > 1));
    }

    private static boolean holds(String letters, String name) {
        String squeezed = squeezed(name);
        return squeezed.length() >= SHORTEST_NAME && letters.contains(squeezed);
    }

    private static String localPart(@Nullable String email) {
        return email == null ? "" : email.replaceFirst("@.*", "");
    }

    /** Small letters and digits only: "Lead-Relay" is the product's name too. */
    private static String squeezed(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{Nd}]+", "");
    }

    private static Optional<String> said(String key, Object... arguments) {
        return Optional.of(WORDING.text(key, arguments));
    }
}
