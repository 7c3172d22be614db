package org.leadrelay.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextNormalizerTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "Grüneberg|Grüneberg",
                " Petra\u00A0Feld\u3000|Petra Feld",
                "\uFEFFPetra|Petra",
                "Pe\u00ADtra|Petra",
                "Pe\u200Btra\u2060|Petra",
                "\u202APetra\u202C|Petra",
                "P\u200De\u200Ctra|Petra",
                "Petra\uFE0F|Petra",
                "\u3164|",
                "12\u2009345|12 345",
                "two  blanks|two  blanks",
            })
    void what_nobody_sees_goes_and_the_rest_stays(String given, String kept) {
        assertThat(TextNormalizer.clean(given)).isEqualTo(kept == null ? "" : kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "می\u200Cخواهم",
                "क\u094D\u200Dष",
                "👩\u200D💻",
                "❤\uFE0F",
                "🏴\uDB40\uDC67\uDB40\uDC62\uDB40\uDC73\uDB40\uDC63\uDB40\uDC74\uDB40\uDC7F",
                "one line\nand another\twith a tab"
            })
    void characters_that_carry_meaning_stay(String text) {
        assertThat(TextNormalizer.clean(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "Änne Öztürk,A\u0308NNE  O\u0308ZTU\u0308RK",
        "Strauß,STRAUSS",
        "İlker Işık,ilker ışık",
        "Işık,IŞIK",
        "Μάρκος,ΜΆΡΚΟΣ",
        "ﬁnn,FINN",
        "Ｐｅｔｒａ,petra",
        "Pe\u00ADtra Fe\u200Bld,petra feld",
        "Kelvin,\u212Aelvin",
    })
    void two_spellings_of_one_name_are_the_same(String one, String other) {
        assertThat(TextNormalizer.same(one, other)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"Muller,Müller", "Anna Feld,Annafeld", "Jose,José", "Maria,Mария"})
    void different_names_stay_different(String one, String other) {
        assertThat(TextNormalizer.same(one, other)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "００４２,0042",
        "A-\u200B17,A-17",
        "\u00A017\u00A0,17",
        "001xY,001xY",
    })
    void an_id_keeps_its_case_and_loses_what_nobody_sees(String given, String code) {
        assertThat(TextNormalizer.code(given)).isEqualTo(code);
    }

    @Test
    void odd_characters_are_named() {
        // when
        String named = TextNormalizer.oddities("petra\u200B@feld\u00A0.example");

        // then
        assertThat(named).isEqualTo("U+200B ZERO WIDTH SPACE, U+00A0 NO-BREAK SPACE");
    }
}
