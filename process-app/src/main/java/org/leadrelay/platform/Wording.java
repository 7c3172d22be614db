package org.leadrelay.platform;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * What a package says to people, in English or German as the current request asks. The texts are
 * the bundle {@code wording} beside the package, in the form of {@link MessageFormat}. A text
 * without a translation is said in English, and so is everything where nobody asks: in a job, the
 * language of the machine means nothing.
 */
public final class Wording {

    private static final ResourceBundle.Control NO_OTHER_LANGUAGE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_DEFAULT);

    private final Class<?> owner;

    private Wording(Class<?> owner) {
        this.owner = owner;
    }

    /** The texts of this class's package. */
    public static Wording of(Class<?> owner) {
        return new Wording(owner);
    }

    /** The text with this key; an unknown key is a mistake in the code, and thrown as one. */
    public String say(String key, @Nullable Object... arguments) {
        return new MessageFormat(texts().getString(key), Locale.ROOT).format(asTexts(arguments));
    }

    /** The text with this key; what else was given where nobody has found words for it yet. */
    public String sayOr(String key, String otherwise) {
        return texts().containsKey(key) ? say(key) : otherwise;
    }

    private ResourceBundle texts() {
        return ResourceBundle.getBundle(
                owner.getPackageName() + ".wording", language(), owner.getClassLoader(), NO_OTHER_LANGUAGE);
    }

    /** The language in which the current request is answered. */
    public static Locale language() {
        return LocaleContextHolder.getLocaleContext() != null
                        && LocaleContextHolder.getLocale().getLanguage().equals("de")
                ? Locale.GERMAN
                : Locale.ENGLISH;
    }

    /** As texts, so that a number is not grouped and a length of 10000 stays 10000. */
    private static Object[] asTexts(@Nullable Object[] arguments) {
        var texts = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            texts[i] = String.valueOf(arguments[i]);
        }
        return texts;
    }
}
