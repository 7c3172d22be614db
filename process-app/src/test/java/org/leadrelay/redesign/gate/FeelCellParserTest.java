package org.leadrelay.redesign.gate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.leadrelay.redesign.gate.FeelCellParser.Fault;

class FeelCellParserTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "3",
                "-3",
                "\"A\", \"B\"",
                ">= 900",
                "[1..4]",
                "(0..1]",
                "]0..1[",
                "not(\"A\", \"B\")",
                "not([1..2])",
                "true",
                "null",
                "> lap + 1",
                "facts.visits",
                "? > 3 and ? < 5",
                "(3 + 4) * 2",
                "if lap > 3 then 1 else 2",
                "\"a \\\" b\"",
                ".5",
                "1.5..2.5 > 1"
            })
    void what_compares_is_read(String cell) {
        // "1.5..2.5" is no range without its brackets
        assertThat(FeelCellParser.tests(cell).fault()).isEqualTo(cell.startsWith("1.5..") ? Fault.UNREADABLE : null);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '\'',
            value = {
                "count(a) > 1; FUNCTION",
                "date and time(\"x\"); FUNCTION",
                "string length(a) > 3; FUNCTION",
                "> max(1, 2); FUNCTION",
                "for i in 1..3 return i; LOOP",
                "some x in a satisfies x; LOOP",
                "function(x) x; LOOP",
                "> > 3; UNREADABLE",
                "1 2; UNREADABLE",
                "{a: 1}; UNREADABLE",
                "a.b[1]; UNREADABLE",
                "\"open; UNREADABLE"
            })
    void what_calls_loops_or_cannot_be_read_is_told_apart(String cell, Fault fault) {
        assertThat(FeelCellParser.tests(cell).fault()).isEqualTo(fault);
    }
}
