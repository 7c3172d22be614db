package org.leadrelay.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leadrelay.worklist.FieldInWords.aField;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When a field of a form is asked for: {@code outcome=reject|dispute}. */
class FieldConditionTest {

    @ParameterizedTest(name = "{0} when the outcome is {1}: {2}")
    @CsvSource({
        "outcome=reject,                reject,  true",
        "outcome=reject,                accept,  false",
        "outcome=reject|dispute,        dispute, true",
        "' outcome = reject | dispute', dispute, true",
        "outcome=reject|dispute,        rejec,   false",
        "outcome=reject|dispute,        'reject|dispute', false",
        "reason=reject,                 reject,  false",
        "outcome=a=b,                   a=b,     true",
        "outcome=,                      accept,  false",
        "outcome,                       accept,  false"
    })
    void it_is_met_by_each_of_its_values_and_by_no_other(String written, String outcome, boolean met) {
        assertThat(FieldCondition.of(written).met(Map.of("outcome", outcome))).isEqualTo(met);
    }

    @Test
    void an_answer_that_was_not_given_meets_nothing() {
        assertThat(FieldCondition.of("outcome=reject").met(Map.of())).isFalse();
    }

    @Test
    void an_answer_that_is_no_text_counts_as_it_is_written() {
        assertThat(FieldCondition.of("sure=true").met(Map.of("sure", true))).isTrue();
        assertThat(FieldCondition.of("laps=2|3").met(Map.of("laps", 3L))).isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void what_is_not_written_is_no_condition(String written) {
        assertThat(FieldCondition.of(written)).isNull();
    }

    @Test
    void a_field_without_conditions_is_asked_always_and_needed_only_when_required() {
        assertThat(aField("string").field().asked(Map.of())).isTrue();
        assertThat(aField("string").field().needed(Map.of())).isFalse();
        assertThat(aField("string").required().field().needed(Map.of())).isTrue();
    }

    @Test
    void a_field_with_conditions_is_asked_and_needed_when_they_are_met() {
        // given
        Form.Field reason = aField("enum")
                .visibleWhen("outcome=reject")
                .requiredWhen("outcome=reject")
                .field();

        // then
        assertThat(reason.asked(Map.of("outcome", "reject"))).isTrue();
        assertThat(reason.needed(Map.of("outcome", "reject"))).isTrue();
        assertThat(reason.asked(Map.of("outcome", "accept"))).isFalse();
        assertThat(reason.needed(Map.of("outcome", "accept"))).isFalse();
    }
}
