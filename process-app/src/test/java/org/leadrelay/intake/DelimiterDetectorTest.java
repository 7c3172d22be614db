package org.leadrelay.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** By which sign the rows of a file are cut. */
class DelimiterDetectorTest {

    @ParameterizedTest(name = "{0} for {1}")
    @CsvSource(
            delimiter = '~',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "comma~name,email|Ada,a@x|Ben,b@x|Zoe",
                "semicolon~name;email|Ada;a@x|Ben, the second;b@x|Zoe",
                "tab~name\temail|Ada\ta@x|Ben\tb@x|Zoe",
                "semicolon~name;note|Ada;\"one, two, three\"|Ben;\"four, five, six\"|Zoe",
                "semicolon~List of leads, spring|name;email|Ada;a@x|Ben;b@x|Zoe;z@x|end",
                "semicolon~sep=;|name;email|Ada;a@x",
                "comma~name|Ada|Ben"
            })
    void a_file_is_cut_where_its_rows_are_most_even(String delimiter, String lines) {
        // given
        char expected = switch (delimiter) {
            case "semicolon" -> ';';
            case "tab" -> '\t';
            default -> ',';
        };

        // then
        assertThat(DelimiterDetector.found(lines.replace('|', '\n'))).isEqualTo(expected);
    }

    @Test
    void a_hint_for_spreadsheets_is_no_header() {
        assertThat(DelimiterDetector.isHint("sep=;")).isTrue();
        assertThat(DelimiterDetector.isHint("\uFEFF\"SEP=,\",,")).isTrue();
        assertThat(DelimiterDetector.isHint("separator=;")).isFalse();
    }
}
