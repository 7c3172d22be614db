package org.leadrelay.nurture.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leadrelay.lead.FactView;
import org.leadrelay.platform.Language;

class SpokenLanguageTest {

    @ParameterizedTest(name = "{0}={1} from {2}: {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "language | de    | US | GERMAN",
                "Language | en-GB | DE | ENGLISH",
                "locale   | de_AT | US | GERMAN",
                "Sprache  | Deutsch | US | GERMAN",
                "Preferred language | German | US | GERMAN",
                "lang     | Englisch | DE | ENGLISH",
                "language | fr    | CH | ENGLISH",
                "company  | de    | US | ENGLISH",
                "message  | Guten Tag, wir möchten gerne mehr über die Preise wissen | US | GERMAN",
                "message  | Hello, we would like to know more about your prices | DE | ENGLISH",
                "comments | Preise? | DE | GERMAN",
                "comments | Prices? | US | ENGLISH",
                "company  | x     | AT | GERMAN",
                "company  | x     | li | GERMAN",
                "company  | x     |    | ENGLISH"
            })
    void what_the_person_chose_counts_before_what_they_wrote_and_that_before_the_country(
            String name, String value, String country, Language language) {
        // given
        List<FactView> facts = List.of(fact(name, value, null));
        // then
        assertThat(SpokenLanguage.of(facts, country)).isEqualTo(language);
    }

    @Test
    void a_choice_counts_more_than_a_message() {
        // given
        List<FactView> facts = List.of(
                fact("message", "Guten Tag, wir möchten gerne mehr über die Preise wissen", null),
                fact("language", "en", null));
        // then
        assertThat(SpokenLanguage.of(facts, "DE")).isEqualTo(Language.ENGLISH);
    }

    @Test
    void what_somebody_of_ours_typed_says_nothing_of_the_buyers_language() {
        // given
        List<FactView> facts =
                List.of(fact("message", "Wir sollen sie bitte nicht vor dem Mai anrufen und ihr die Preise", "ada"));
        // then
        assertThat(SpokenLanguage.of(facts, "US")).isEqualTo(Language.ENGLISH);
    }

    private static FactView fact(String name, String value, String person) {
        return new FactView(name, name, value, value, false, false, "web", null, person, Instant.EPOCH, null, false);
    }
}
