package org.leadrelay.ui.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.leadrelay.lead.Field;
import org.leadrelay.qualification.FactSheet;

class TranslationsTest {

    private final Translations translations = new Translations();
    private final Map<String, String> english = translations.texts(Locale.ENGLISH);
    private final Map<String, String> german = translations.texts(Locale.GERMANY);

    @Test
    void every_text_is_there_in_english_and_in_german() {
        assertThat(german.keySet()).isEqualTo(english.keySet());
    }

    @Test
    void both_languages_take_the_same_parameters() {
        english.forEach((key, text) ->
                assertThat(parameters(german.getOrDefault(key, text))).as(key).isEqualTo(parameters(text)));
    }

    /** Only a text with parameters is a pattern, in which an apostrophe is written twice. */
    @Test
    void apostrophes_are_written_as_they_are_shown() {
        Stream.of(english, german)
                .flatMap(texts -> texts.entrySet().stream())
                .forEach(each -> assertThat(each.getValue())
                        .as(each.getKey())
                        .doesNotContainPattern(each.getValue().contains("{0") ? "(?<!')'(?!')" : "''"));
    }

    @Test
    void every_fact_that_tables_may_read_has_a_name() {
        assertThat(FactSheet.NAMES)
                .filteredOn(name -> Field.of(name).isEmpty())
                .allSatisfy(name -> assertThat(english).containsKey("difference.fact." + name));
        assertThat(FactSheet.NAMES)
                .filteredOn(name -> Field.of(name).isPresent())
                .allSatisfy(name -> assertThat(english).containsKey("field." + name));
    }

    @Test
    void a_text_without_a_translation_shows_its_key_rather_than_nothing() {
        assertThat(translations.getTranslation("no.such.key", Locale.GERMAN)).isEqualTo("no.such.key");
    }

    private static int parameters(String text) {
        return text.contains("{0") ? new MessageFormat(text, Locale.ENGLISH).getFormatsByArgumentIndex().length : 0;
    }
}
