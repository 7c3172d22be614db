package org.leadrelay.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTextTest {

    @Test
    void a_search_of_more_words_than_are_looked_for_is_refused() {
        String eight = "one two three four five six seven eight";

        SearchText.check("q", null);
        SearchText.check("q", eight);
        SearchText.check("q", "x".repeat(200));
        for (String each : List.of(eight + " nine", "x".repeat(201), "a ".repeat(2_000))) {
            assertThatThrownBy(() -> SearchText.check("q", each))
                    .isInstanceOf(Invalid.class)
                    .hasMessageContaining("8 words");
            assertThat(SearchText.words(each)).hasSizeLessThanOrEqualTo(8);
        }
        assertThat(SearchText.words("x".repeat(10_000_000)))
                .singleElement()
                .satisfies(word -> assertThat(word.plain()).hasSize(200));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Muller", "Mueller", "Müller", "MÜLLER", "mu\u0308ller", "MUELLER", "Ｍüller"})
    void every_spelling_finds_every_other(String asked) {
        for (String stored : new String[] {"Muller", "Mueller", "Müller", "Mu\u0308ller", "MÜLLER"}) {
            assertThat(SearchText.finds(asked, stored))
                    .as("%s in %s", asked, stored)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "strasse,Bahnstraße",
        "STRAẞE,Bahnstrasse",
        "eller,Mueller",
        "soren,Søren",
        "soeren,Søren",
        "lukasz,Łukasz",
        "isik,Işık",
        "IŞIK,ışık",
        "aarhus,Århus",
        "arhus,Aarhus",
        "noel,Noël",
        "aesop,Æsop",
        "+4930,+٤٩٣٠",
        "42,４２",
        "markos,markos Μάρκος",
        "μαρκοσ,Μάρκος",
        "feld petra,Petra Feld",
        "manuel,Manuel",
    })
    void a_word_is_found_however_it_is_written(String asked, String stored) {
        assertThat(SearchText.finds(asked, stored)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"miller,Müller", "petra braun,Petra Feld", "が,か"})
    void another_word_is_not_found(String asked, String stored) {
        assertThat(SearchText.finds(asked, stored)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\u200B", "\u00A0"})
    void who_asks_nothing_finds_everything(String asked) {
        assertThat(SearchText.words(asked)).isEmpty();
        assertThat(SearchText.finds(asked, "Petra")).isTrue();
    }
}
