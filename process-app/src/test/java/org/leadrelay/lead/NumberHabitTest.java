package org.leadrelay.lead;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberHabitTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        250 | 250 | 250
        -5 | -5 | -5
        −5 | -5 | -5
        1.500 | 1.500 | 1500
        1,500 | 1500 | 1.500
        3,5 | none | 3.5
        3.5 | 3.5 | none
        0.500 | 0.500 | none
        1.234.567 | none | 1234567
        1,234,567 | 1234567 | none
        1.234,50 | none | 1234.50
        1,234.50 | 1234.50 | none
        12,34,567 | 1234567 | none
        1'500 | 1500 | 1500
        1’500 | 1500 | 1500
        1 500 | 1500 | 1500
        1\u00A0500 | 1500 | 1500
        1\u202F500,5 | none | 1500.5
        10.000+ | 10.000 | 10000
        10000 + | 10000 | 10000
        1.001-5.000 | 1.001 | 1001
        501-1.000 | none | 501
        501-1,000 | 501 | none
        51-200 | 51 | 51
        51 – 200 employees | 51 | 51
        51 bis 200 Mitarbeiter | 51 | 51
        51 to 200 | 51 | 51
        ca. 50 | 50 | 50
        ca 1.500 MA | 1.500 | 1500
        ~50 | 50 | 50
        > 100 | 100 | 100
        über 100 | 100 | 100
        more than 100 people | 100 | 100
        50 Mitarbeiter | 50 | 50
        50 Mitarbeiter:innen | 50 | 50
        1,5k | none | 1500
        10K+ | 10000 | 10000
        1K-5K | 1000 | 1000
        1-5K | none | none
        < 50 | none | none
        200-51 | none | none
        2024-05-01 | none | none
        +49 170 123 | none | none
        +49 170 1234567 | none | none
        1.23457E+11 | none | none
        5 min | none | none
        12.34.56 | none | none
        1.50.000 | none | none
        fifty | none | none
        """)
    void a_text_is_a_number_under_one_habit_or_the_other_or_both(String text, String point, String comma) {
        String cell = text.replace("\\u00A0", "\u00A0").replace("\\u202F", "\u202F");

        assertThat(read(NumberHabit.POINT, cell)).as(cell).isEqualTo(point);
        assertThat(read(NumberHabit.COMMA, cell)).as(cell).isEqualTo(comma);
    }

    private static String read(NumberHabit habit, String text) {
        return habit.read(text).map(BigDecimal::toPlainString).orElse("none");
    }
}
