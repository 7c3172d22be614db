package org.leadrelay.platform;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;

/** Supported locales of the product: the only place that decides who is answered in which language. */
public enum Language {
    /** What everybody gets who asks for none of the others. */
    ENGLISH(Locale.ENGLISH),
    GERMAN(Locale.GERMAN);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    public Locale locale() {
        return locale;
    }

    /** As its speakers call it: "Deutsch". */
    public String ownName() {
        return locale.getDisplayLanguage(locale);
    }

    /** As a person's profile stores it: {@code en}. */
    public String code() {
        return locale.getLanguage();
    }

    /** The closest language to what somebody asks for. */
    public static Language of(@Nullable Locale asked) {
        return asked == null ? ENGLISH : ofCode(asked.getLanguage()).orElse(ENGLISH);
    }

    /** The language in which the current request is answered; English in a job, where nobody asks. */
    public static Language ofRequest() {
        return LocaleContextHolder.getLocaleContext() == null ? ENGLISH : of(LocaleContextHolder.getLocale());
    }

    public static Optional<Language> ofCode(String code) {
        return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
    }

    public static List<String> codes() {
        return Arrays.stream(values()).map(Language::code).toList();
    }
}
