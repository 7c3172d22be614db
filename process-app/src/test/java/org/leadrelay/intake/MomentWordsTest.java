package org.leadrelay.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which columns hold the moment of a record, or the moment of another column, by their names. */
class MomentWordsTest {

    @Test
    void the_moment_of_a_record_is_known_by_many_names_the_closest_first() {
        assertThat(MomentWords.ofRecord("Captured at")).contains(0);
        assertThat(MomentWords.ofRecord("First contact").orElseThrow())
                .isLessThan(MomentWords.ofRecord("Created_At").orElseThrow());
        assertThat(MomentWords.ofRecord("Erstellt am")).isPresent();
        assertThat(MomentWords.ofRecord("Company")).isEmpty();
        assertThat(MomentWords.ofRecord("Created by")).isEmpty();
    }

    @ParameterizedTest(name = "{0} of {1}: {2}")
    @CsvSource({
        "Opt-in date,         Opt-in,     true",
        "optInDate,           Opt in,     true",
        "Newsletter seit,     Newsletter, true",
        "Opt-in,              Opt-in,     false",
        "Unsubscribe date,    Opt-in,     false",
        "Date,                Opt-in,     false"
    })
    void a_column_may_hold_the_moment_of_another(String header, String other, boolean moment) {
        assertThat(MomentWords.isMomentOf(header, other)).isEqualTo(moment);
    }
}
