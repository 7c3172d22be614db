package org.leadrelay.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.i18n.LocaleContextHolder;

class WordsTest {

    private final Words words = new Words(" Find a rep", "Rep finden ");

    @AfterEach
    void nobodyAsks() {
        LocaleContextHolder.resetLocaleContext();
    }

    @ParameterizedTest
    @CsvSource({
        "en, Find a rep",
        "en-GB, Find a rep",
        "de, Rep finden",
        "de-AT, Rep finden",
        "fr, Find a rep",
        "nds, Find a rep",
        "und, Find a rep"
    })
    void a_reader_is_answered_in_the_closest_language(String asked, String said) {
        assertThat(words.in(Locale.forLanguageTag(asked))).isEqualTo(said);
    }

    @Test
    void a_job_speaks_english_and_a_request_its_own_language() {
        assertThat(words.in(Language.ofRequest())).isEqualTo("Find a rep");
        LocaleContextHolder.setLocale(Locale.GERMANY);
        assertThat(words.in(Language.ofRequest())).isEqualTo("Rep finden");
    }

    @Test
    void what_was_left_out_is_empty() {
        assertThat(new Words(null, " ")).isEqualTo(Words.NONE);
    }
}
