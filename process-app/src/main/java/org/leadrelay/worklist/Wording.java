package org.leadrelay.worklist;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;

/** What the worklist says to people, in English or German as the current request asks. */
final class Wording {

    private Wording() {}

    static String say(String key, @Nullable Object... arguments) {
        var locale =
                LocaleContextHolder.getLocale().getLanguage().equals("de")
                        ? Locale.GERMAN
                        : Locale.ENGLISH;
        var pattern =
                ResourceBundle.getBundle(
                                "org.leadrelay.worklist.wording",
                                locale,
                                ResourceBundle.Control.getNoFallbackControl(
                                        ResourceBundle.Control.FORMAT_DEFAULT))
                        .getString(key);
        return new MessageFormat(pattern, Locale.ROOT).format(texts(arguments));
    }

    /** As texts, so that a number is not grouped and a length of 10000 stays 10000. */
    private static Object[] texts(@Nullable Object[] arguments) {
        var texts = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            texts[i] = String.valueOf(arguments[i]);
        }
        return texts;
    }
}
