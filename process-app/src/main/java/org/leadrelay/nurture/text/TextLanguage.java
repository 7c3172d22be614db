package org.leadrelay.nurture.text;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.Language;
import org.leadrelay.platform.Wording;

/** Language that texts are written in. */
public enum TextLanguage {
    EN(Language.ENGLISH),
    DE(Language.GERMAN);

    private static final Wording WORDING = Wording.of(TextLanguage.class);

    private final Language language;

    TextLanguage(Language language) {
        this.language = language;
    }

    public String code() {
        return language.code();
    }

    public Locale locale() {
        return language.locale();
    }

    /**
     * @throws Invalid for a language that no text is written in
     */
    public static TextLanguage of(String code) {
        return Arrays.stream(values())
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Invalid.field("language", WORDING.text("noLanguage", code, codes())));
    }

    static TextLanguage of(Language language) {
        return language == Language.GERMAN ? DE : EN;
    }

    private static String codes() {
        List<String> codes = Arrays.stream(values()).map(TextLanguage::code).toList();
        return String.join(", ", codes);
    }
}
