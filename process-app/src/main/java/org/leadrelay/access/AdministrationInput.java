package org.leadrelay.access;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.Language;
import org.leadrelay.platform.Wording;

/** Input validation for what administrators type; each violation names its field. */
final class AdministrationInput {

    private static final Wording WORDING = Wording.of(AdministrationInput.class);

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s.]+");

    private AdministrationInput() {}

    static String text(String field, @Nullable String value, int longest) {
        if (value == null || value.isBlank()) {
            throw Invalid.field(field, WORDING.text("missing", named(field)));
        }
        if (value.length() > longest) {
            throw Invalid.field(field, WORDING.text("tooLong", named(field), longest));
        }
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw Invalid.field(field, WORDING.text("control", named(field)));
        }
        return value.strip();
    }

    static String name(String field, @Nullable String value, String pattern) {
        String name = text(field, value, 80);
        if (!name.matches(pattern)) {
            throw Invalid.field(field, WORDING.text("letters", named(field)));
        }
        return name;
    }

    static String login(@Nullable String value) {
        return name("login", text("login", value, 63).toLowerCase(Locale.ROOT), "[a-z0-9][a-z0-9._-]{0,62}");
    }

    static @Nullable String email(@Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        String email = text("email", value, 254);
        if (!EMAIL.matcher(email).matches()) {
            throw Invalid.field("email", WORDING.text("email", email));
        }
        return email;
    }

    /** Null is as the browser asks. */
    static @Nullable String locale(@Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        if (Language.ofCode(value).isEmpty()) {
            throw Invalid.field("locale", WORDING.text("locale"));
        }
        return value;
    }

    /** As the reader of the sentence calls the field. */
    private static String named(String field) {
        return WORDING.text("field." + field);
    }
}
