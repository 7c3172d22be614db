package org.leadrelay.nurture.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leadrelay.nurture.text.TextDifference.Change;

class TextDifferenceTest {

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "one two three | one two three | one two three",
                "one two three | one three | one -two -three",
                "one three | one two three | one +two +three",
                "one two three | one 2 three | one -two +2 three",
                "one two | three four | -one two+three four",
                "'' | one | +one",
                "one | '' | -one"
            })
    void what_goes_stands_before_what_comes_in_its_place(String before, String after, String shown) {
        // when
        String found = TextDifference.of(before, after).stream()
                .map(each -> sign(each.change()) + each.text())
                .collect(Collectors.joining());
        // then
        assertThat(found).isEqualTo(shown.replace("-two -three", "-two three").replace("+two +three", "+two three"));
    }

    private static String sign(Change change) {
        return switch (change) {
            case KEPT -> "";
            case REMOVED -> "-";
            case ADDED -> "+";
        };
    }
}
