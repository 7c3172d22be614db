package org.leadrelay.platform;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;

/** Supported locales of the product: the only place that decides who is answered in which language. */
public enum Language {
    /** What everybody gets who asks for none of the others. */
    ENGLISH(Locale.ENGLISH, Locale.UK),
    GERMAN(Locale.GERMAN, Locale.GERMANY);

    private static final Set<Locale> KNOWN = Set.of(Locale.getAvailableLocales());

    private final Locale locale;
    private final Locale usual;

    /**
     * @param usual the region of who names none: one in which the day stands before the month
     */
    Language(Locale locale, Locale usual) {
        this.locale = locale;
        this.usual = usual;
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

    /**
     * The locale for dates and numbers: the language with the region that was asked for, or else its usual one.
     * English alone would be that of the United States, where 12/3 is no day in March.
     */
    public static Locale withRegion(@Nullable Locale asked) {
        Language language = of(asked);
        return asked == null || asked.getCountry().isEmpty() ? language.usual : language.in(asked.getCountry());
    }

    /** The locale for dates and numbers of the current request, as {@link #withRegion}. */
    public static Locale regionOfRequest() {
        return withRegion(LocaleContextHolder.getLocaleContext() == null ? null : LocaleContextHolder.getLocale());
    }

    /**
     * This language as it is written in a region; as in its usual one where nobody knows how that is, since what is
     * not known would be written as in the language's first country.
     */
    public Locale in(String region) {
        Locale written =
                new Locale.Builder().setLanguage(code()).setRegion(region).build();
        return KNOWN.contains(written) ? written : usual;
    }

    public static Optional<Language> ofCode(String code) {
        return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
    }

    public static List<String> codes() {
        return Arrays.stream(values()).map(Language::code).toList();
    }
}
