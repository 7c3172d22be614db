package org.leadrelay.platform;

import jakarta.persistence.Embeddable;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Localized label that people write themselves, in every language of the product. What a sender
 * left out is empty: whoever stores it checks it.
 */
@Embeddable
public record Words(String english, String german) {

    public static final Words NONE = new Words("", "");

    public Words {
        english = stripped(english);
        german = stripped(german);
    }

    /** What is said in each language. */
    public static Words each(Function<Locale, String> said) {
        return new Words(said.apply(Language.ENGLISH.locale()), said.apply(Language.GERMAN.locale()));
    }

    public String in(Locale locale) {
        return in(Language.of(locale));
    }

    public String in(Language language) {
        return switch (language) {
            case ENGLISH -> english;
            case GERMAN -> german;
        };
    }

    /** Both languages, to be read side by side: "Find a rep / Rep finden". */
    @Override
    public String toString() {
        return english + " / " + german;
    }

    private static String stripped(@Nullable String given) {
        return given == null ? "" : given.strip();
    }
}
