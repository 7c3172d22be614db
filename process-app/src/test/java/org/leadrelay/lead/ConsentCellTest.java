package org.leadrelay.lead;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.leadrelay.lead.ConsentCell.Meaning;
import org.leadrelay.lead.ConsentCell.Said;

class ConsentCellTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yes",
                "Y",
                "TRUE",
                "t",
                "1",
                "1.0",
                "1,0",
                "x",
                "on",
                "ja",
                "J",
                "WAHR",
                "oui",
                "VRAI",
                "sí",
                "si",
                "VERDADERO",
                "sì",
                "VERO",
                "WAAR",
                "tak",
                "PRAWDA",
                "si\u0301",
                " yes "
            })
    void yes_objects_in_a_column_of_objections_and_agrees_in_one_of_consent(String cell) {
        assertThat(meaning(Field.NO_MAIL, cell)).isEqualTo(Meaning.OBJECTS);
        assertThat(meaning(Field.NO_CONTACT, cell)).isEqualTo(Meaning.OBJECTS);
        assertThat(meaning(Field.CALL_CONSENT, cell)).isEqualTo(Meaning.AGREES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no", "N", "FALSE", "f", "0", "0.0", "0,0", "off", "nein", "FALSCH", "non", "FAUX", "FALSO", "nee",
                "ONWAAR", "nie", "FAŁSZ"
            })
    void no_says_nothing_in_a_column_of_objections_and_objects_in_one_of_consent(String cell) {
        assertThat(meaning(Field.NO_CALL, cell)).isEqualTo(Meaning.NOTHING);
        assertThat(meaning(Field.MAIL_CONSENT, cell)).isEqualTo(Meaning.OBJECTS);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        opted-out, OBJECTS, OBJECTS
        Opted Out, OBJECTS, OBJECTS
        OPT_OUT, OBJECTS, OBJECTS
        unsubscribed, OBJECTS, OBJECTS
        Abgemeldet, OBJECTS, OBJECTS
        archived, OBJECTS, OBJECTS
        opted-in, NOTHING, AGREES
        Opt-in, NOTHING, AGREES
        subscribed, NOTHING, AGREES
        no_consent, NOTHING, NOTHING
        pending, NOTHING, NOTHING
        -, NOTHING, NOTHING
        """)
    void what_a_word_of_subscribing_means_depends_on_the_column(String cell, Meaning ofObjections, Meaning ofConsent) {
        assertThat(meaning(Field.NO_MAIL, cell)).isEqualTo(ofObjections);
        assertThat(meaning(Field.MAIL_CONSENT, cell)).isEqualTo(ofConsent);
    }

    @Test
    void a_moment_means_that_it_was_said_then() {
        assertThat(ConsentCell.read(Field.NO_MAIL, "2024-05-06 07:08:09"))
                .contains(new Said(Meaning.OBJECTS, Instant.parse("2024-05-06T07:08:09Z")));
        assertThat(ConsentCell.read(Field.MAIL_CONSENT, "2024-05-06"))
                .contains(new Said(Meaning.AGREES, Instant.parse("2024-05-06T00:00:00Z")));
    }

    @Test
    void a_moment_that_could_be_two_still_objects_without_one() {
        assertThat(ConsentCell.read(Field.NO_MAIL, "2/1/2024")).contains(new Said(Meaning.OBJECTS, null));
        assertThat(ConsentCell.read(Field.NO_MAIL, "1/31/2024"))
                .contains(new Said(Meaning.OBJECTS, Instant.parse("2024-01-31T00:00:00Z")));
    }

    @Test
    void what_is_neither_is_not_guessed() {
        assertThat(ConsentCell.read(Field.NO_MAIL, "perhaps")).isEmpty();
        assertThat(ConsentCell.read(Field.NO_MAIL, "2")).isEmpty();
    }

    private static Meaning meaning(Field field, String cell) {
        return ConsentCell.read(field, cell).orElseThrow().meaning();
    }
}
