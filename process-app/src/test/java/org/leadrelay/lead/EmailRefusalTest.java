package org.leadrelay.lead;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;

class EmailRefusalTest {

    @AfterEach
    void anyLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void a_character_that_nobody_sees_is_named_in_both_languages() {
        for (Locale language : new Locale[] {Locale.ENGLISH, Locale.GERMAN}) {
            LocaleContextHolder.setLocale(language);
            String raw = "petra\u00A0feld\u200B@feld.example";

            assertThat(Emails.normalise(raw)).isEmpty();
            assertThat(Emails.refusal(raw)).contains("petra feld@feld.example", "U+00A0 NO-BREAK SPACE", "U+200B");
        }
    }

    @Test
    void where_nothing_is_odd_nothing_is_named() {
        assertThat(Emails.refusal("not an address")).contains("not an address").doesNotContain("U+");
    }
}
