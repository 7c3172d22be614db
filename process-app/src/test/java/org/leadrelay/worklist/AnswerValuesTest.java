package org.leadrelay.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.leadrelay.testing.OfficeHours.nineToFive;
import static org.leadrelay.testing.Week.monday;
import static org.leadrelay.testing.Week.nextMonday;
import static org.leadrelay.worklist.FieldInWords.aField;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.i18n.LocaleContextHolder;

/** What one answer to a field becomes, and why another is refused. */
class AnswerValuesTest {

    private static final String SMILE = "\uD83D\uDE00";

    private final AnswerValues values = new AnswerValues(nineToFive());

    @BeforeEach
    void english() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
    }

    @AfterEach
    void anyLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    static Stream<Arguments> taken() {
        return Stream.of(
                Arguments.of(aField("string"), "as it is ", "as it is "),
                Arguments.of(aField("string").ofLength(2, 4), "ab", "ab"),
                Arguments.of(aField("string").ofLength(2, 4), "abcd", "abcd"),
                Arguments.of(aField("string").ofLength(2, 4), SMILE.repeat(4), SMILE.repeat(4)),
                Arguments.of(aField("long"), 7, 7L),
                Arguments.of(aField("long"), (short) 7, 7L),
                Arguments.of(aField("long"), Long.MIN_VALUE, Long.MIN_VALUE),
                Arguments.of(aField("long"), BigInteger.valueOf(Long.MAX_VALUE), Long.MAX_VALUE),
                Arguments.of(aField("long").from(0).to(100), 0, 0L),
                Arguments.of(aField("long").from(0).to(100), 100L, 100L),
                Arguments.of(aField("boolean"), false, false),
                Arguments.of(aField("enum").offering("accept", "reject"), "reject", "reject"),
                Arguments.of(aField("date"), monday("12:45"), Date.from(monday("12:45"))),
                Arguments.of(aField("date"), "2026-03-02T12:45:00+01:00", Date.from(monday("12:45"))));
    }

    @ParameterizedTest(name = "{1} becomes {2}")
    @MethodSource("taken")
    void an_answer_of_the_fields_type_is_taken(FieldInWords field, Object answer, Object value) throws WrongAnswer {
        assertThat(values.of(field.field(), answer)).isEqualTo(value);
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of(aField("string"), 7, "text"),
                Arguments.of(aField("string").ofLength(2, 4), "a", "2"),
                Arguments.of(aField("string").ofLength(2, 4), "abcde", "4"),
                Arguments.of(aField("string").ofLength(2, 4), SMILE, "2"),
                Arguments.of(aField("string"), "x".repeat(10_001), "10000"),
                Arguments.of(aField("string").ofLength(0, 20_000), "x".repeat(10_001), "10000"),
                Arguments.of(aField("string"), "a\0b", "character"),
                Arguments.of(aField("string"), "half \uD83D", "character"),
                Arguments.of(aField("long"), "7", "whole"),
                Arguments.of(aField("long"), 7.0, "whole"),
                Arguments.of(aField("long"), new BigDecimal("7"), "whole"),
                Arguments.of(aField("long").from(0), -1, "0"),
                Arguments.of(aField("long").to(100), 101, "100"),
                Arguments.of(
                        aField("long"),
                        BigInteger.valueOf(Long.MAX_VALUE).add(BigInteger.ONE),
                        String.valueOf(Long.MAX_VALUE)),
                Arguments.of(aField("boolean"), "true", "true"),
                Arguments.of(aField("enum").offering("accept", "reject"), "Accept", "accept ((accept)), reject"),
                Arguments.of(aField("enum").offering("accept"), 1, "accept"),
                Arguments.of(aField("enum"), "accept", "The field"),
                Arguments.of(aField("date"), "tomorrow", "date"),
                Arguments.of(aField("date"), 20260302, "date"),
                Arguments.of(aField("date"), "2026-02-30", "date"),
                Arguments.of(aField("date"), "2026-03-02T12:45:00", "date"),
                Arguments.of(aField("date"), Instant.parse("1899-12-31T12:00:00Z"), "date"),
                Arguments.of(aField("date"), Instant.parse("9999-01-01T00:00:00Z"), "date"),
                Arguments.of(aField("date"), LocalDate.of(10_000, 1, 1), "date"),
                Arguments.of(aField("colour"), "red", "colour"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("refused")
    void any_other_is_refused_with_the_field_and_what_would_do(FieldInWords field, Object answer, String remedy) {
        // when
        WrongAnswer refusal = catchThrowableOfType(WrongAnswer.class, () -> values.of(field.field(), answer));

        // then
        assertThat(refusal.words()).contains("The field").contains(remedy);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"2026-03-07", "2026-03-08", "2026-03-09"})
    void a_day_is_the_moment_at_which_work_begins_on_it_or_after_it(String day) throws WrongAnswer {
        assertThat(values.of(aField("date").field(), day)).isEqualTo(Date.from(nextMonday("09:00")));
        assertThat(values.of(aField("date").field(), LocalDate.parse(day))).isEqualTo(Date.from(nextMonday("09:00")));
    }

    @Test
    void years_from_1900_to_9998_are_dates() throws WrongAnswer {
        for (String instant : List.of("1900-01-01T00:00:00Z", "9998-12-31T12:00:00Z")) {
            assertThat(values.of(aField("date").field(), Instant.parse(instant)))
                    .isEqualTo(Date.from(Instant.parse(instant)));
        }
    }
}
