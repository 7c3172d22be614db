package org.leadrelay.platform;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/**
 * Message source of a package, in English or German as the current request asks. Said in the language of the
 * current request unless a locale is given. A text without a translation is said in English, and so is
 * everything where nobody asks: in a job, the language of the machine means nothing.
 */
public final class Wording {

    private static final ResourceBundle.Control NO_OTHER_LANGUAGE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_DEFAULT);

    private final String bundle;
    private final ClassLoader loader;

    private Wording(String bundle, ClassLoader loader) {
        this.bundle = bundle;
        this.loader = loader;
    }

    /** The bundle {@code wording} beside this class. */
    public static Wording of(Class<?> owner) {
        return of(owner, "wording");
    }

    /** Another bundle beside this class. */
    public static Wording of(Class<?> owner, String bundle) {
        return new Wording(owner.getPackageName() + "." + bundle, owner.getClassLoader());
    }

    /** A bundle by its whole name ({@code mail.letters}), where whoever runs the product looks for it. */
    public static Wording named(String bundle) {
        return new Wording(bundle, Wording.class.getClassLoader());
    }

    /** The text with this key; an unknown key is a mistake in the code, and thrown as one. */
    public String text(String key, @Nullable Object... arguments) {
        return format(texts(Language.ofRequest()).getString(key), arguments);
    }

    public String text(Locale locale, String key, @Nullable Object... arguments) {
        return format(texts(Language.of(locale)).getString(key), arguments);
    }

    /** The text with this key; what else was given where nobody has found words for it yet. */
    public String textOr(String key, String otherwise) {
        return find(language(), key).orElse(otherwise);
    }

    /** Empty where nobody has found words for it yet. */
    public Optional<String> find(Locale locale, String key, @Nullable Object... arguments) {
        ResourceBundle texts = texts(Language.of(locale));
        return texts.containsKey(key) ? Optional.of(format(texts.getString(key), arguments)) : Optional.empty();
    }

    /** The language in which the current request is answered. */
    public static Locale language() {
        return Language.ofRequest().locale();
    }

    private ResourceBundle texts(Language language) {
        return ResourceBundle.getBundle(bundle, language.locale(), loader, NO_OTHER_LANGUAGE);
    }

    private static String format(String text, @Nullable Object[] arguments) {
        return new MessageFormat(text, Locale.ROOT).format(asTexts(arguments));
    }

    /** As texts, so that a number is not grouped and a length of 10000 stays 10000. */
    private static Object[] asTexts(@Nullable Object[] arguments) {
        Object[] texts = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            texts[i] = String.valueOf(arguments[i]);
        }
        return texts;
    }
}
