package org.leadrelay.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leadrelay.lead.DateHabit;
import org.leadrelay.lead.NumberHabit;

class ColumnEvidenceTest {

    @ParameterizedTest
    @CsvSource(quoteCharacter = '~', textBlock = """
        # cells                 , delimiter, comma language, counts, habit, sure
        12 250 99               , semicolon, false, true , POINT, true
        3;5 1.500               , semicolon, false, false, COMMA, true
        3.5 1.500               , semicolon, true , false, POINT, true
        1.234.567 1.500         , comma    , false, false, COMMA, true
        501-1.000 1.001-5.000   , comma    , false, true , COMMA, true
        1.500 250               , semicolon, false, true , COMMA, true
        1.500 250               , semicolon, true , true , COMMA, true
        1.500 250               , tab      , false, true , COMMA, true
        1.500 10.000+           , semicolon, true , true , COMMA, true
        1.500                   , semicolon, false, true , COMMA, true
        1.500                   , semicolon, true , false, COMMA, false
        1.500 250               , comma    , false, true , COMMA, false
        1.500 2500              , semicolon, false, true , COMMA, false
        1.500                   , tab      , false, true , COMMA, false
        1.500                   , semicolon, false, false, POINT, false
        1.500 2.125             , comma    , false, false, POINT, true
        1;500 250               , comma    , false, true , POINT, true
        1;500 250               , semicolon, false, true , POINT, false
        3.5 3;5 1.500           , comma    , false, false, POINT, false
        1.500 1;500             , tab      , false, true , POINT, false
        """)
    void a_column_of_numbers_tells_its_decimal_sign(
            String cells,
            String delimiter,
            boolean commaLanguage,
            boolean wholeNumbers,
            NumberHabit habit,
            boolean sure) {
        Detection<NumberHabit> guess = NumberEvidence.of(
                        List.of(cells.replace(';', ',').split(" ")))
                .guess(
                        List.of(),
                        new NumberEvidence.Surroundings(
                                switch (delimiter) {
                                    case "semicolon" -> ';';
                                    case "tab" -> '\t';
                                    default -> ',';
                                },
                                commaLanguage,
                                wholeNumbers));

        assertThat(guess.best()).isEqualTo(habit);
        assertThat(guess.sure()).isEqualTo(sure);
        assertThat(guess.candidates()).hasSize(sure ? 1 : 2).startsWith(habit);
    }

    @Test
    void the_files_other_numbers_decide_what_a_column_leaves_open() {
        NumberEvidence open = NumberEvidence.of(List.of("1.500", "2.000"));
        NumberEvidence.Surroundings around = new NumberEvidence.Surroundings('\t', false, false);

        assertThat(open.guess(List.of(), around).sure()).isFalse();
        assertThat(open.guess(List.of(NumberEvidence.of(List.of("2,5"))), around))
                .isEqualTo(Detection.decided(NumberHabit.COMMA));
        assertThat(open.guess(List.of(NumberEvidence.of(List.of("2.5"))), around))
                .isEqualTo(Detection.decided(NumberHabit.POINT));
        assertThat(open.example()).contains("1.500");
    }

    @Test
    void a_column_of_words_is_none_of_numbers() {
        assertThat(NumberEvidence.of(List.of("250", "many", "few")).numbers()).isFalse();
        NumberEvidence mostly = NumberEvidence.of(List.of("1", "2", "3", "4", "", "many"));
        assertThat(mostly.numbers()).isTrue();
        assertThat(mostly.unreadable()).isEqualTo(1);
    }

    @Test
    void a_column_of_dates_tells_the_order_of_day_and_month() {
        assertThat(dates("2/1/2018", "31/1/2018")).isEqualTo(Detection.decided(DateHabit.DAY_FIRST));
        assertThat(dates("2/1/2018", "1/31/2018")).isEqualTo(Detection.decided(DateHabit.MONTH_FIRST));
        assertThat(dates("2.1.2018", "2018-01-02").sure()).isTrue();
        assertThat(dates("1/1/2018", "2/2/2018").sure()).isTrue();
        assertThat(dates("2/1/2018").sure()).isFalse();
        assertThat(dates("2/1/2018", "31/1/2018", "1/31/2018").sure()).isFalse();
    }

    @Test
    void the_files_other_dates_decide_what_a_column_leaves_open() {
        DateEvidence open = DateEvidence.of(List.of("2/1/2018"));

        assertThat(open.guess(List.of(DateEvidence.of(List.of("1/31/2018")))))
                .isEqualTo(Detection.decided(DateHabit.MONTH_FIRST));
        assertThat(open.example()).contains("2/1/2018");
        assertThat(DateEvidence.of(List.of("1234", "1235")).dates()).isFalse();
    }

    private static Detection<DateHabit> dates(String... cells) {
        return DateEvidence.of(List.of(cells)).guess(List.of());
    }
}
