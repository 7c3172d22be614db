package org.leadrelay.process.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellNamesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
        lap + 1                        | lap
        "tooEarly", "no budget"        |
        >= 15                          |
        [11..20]                       |
        not("a"), > facts.visits       | facts.visits not
        if laps > 2 then "a" else fit  | else fit if laps then
        """)
    void names_stand_outside_of_texts_and_numbers(String cell, String names) {
        List<String> expected = names == null ? List.of() : List.of(names.split(" ", -1));
        assertThat(CellNames.in(cell)).containsExactlyElementsOf(expected);
    }
}
