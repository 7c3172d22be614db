package org.leadrelay.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.platform.Language;
import org.leadrelay.testing.Cast;
import org.leadrelay.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Nobody has a language that they did not choose; without a choice the browser's counts. */
@ProductTest
class LanguagePreferenceTest {

    @Autowired
    LanguagePreference language;

    @Autowired
    People people;

    @Autowired
    CurrentPerson current;

    @Autowired
    Cast cast;

    private final String login = "speaker-" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void somebodyWithoutAChoice() {
        current.as(
                Actor.SYSTEM,
                () -> people.create(
                        login, new PersonChange("Speaker", null, null, Set.of(Roles.MARKETING)), Cast.PASSWORD));
        cast.actingAs(login);
    }

    @Test
    void whoever_chose_none_is_written_to_in_the_language_they_were_seen_in_last() {
        // given
        assertThat(people.get(login).locale()).isNull();
        assertThat(people.get(login).language()).isEqualTo(Language.ENGLISH);

        // when
        language.seen(Language.GERMAN);

        // then
        assertThat(language.choice()).isEmpty();
        assertThat(people.get(login).language()).isEqualTo(Language.GERMAN);
    }

    @Test
    void a_choice_counts_more_than_the_browser_until_it_is_given_up() {
        // given
        language.seen(Language.ENGLISH);

        // when
        language.choose(Language.GERMAN);

        // then
        assertThat(language.choice()).contains(Language.GERMAN);
        assertThat(people.get(login).language()).isEqualTo(Language.GERMAN);

        // when
        language.choose(null);

        // then
        assertThat(language.choice()).isEmpty();
        assertThat(people.get(login).language()).isEqualTo(Language.ENGLISH);
    }

    @Test
    void an_administrator_changes_other_things_and_the_choice_stays_and_an_empty_one_gives_it_up() {
        // given
        language.choose(Language.GERMAN);

        // when
        current.as(Actor.SYSTEM, () -> people.update(login, new PersonChange("Spokesperson", null, null, null)));

        // then
        assertThat(people.get(login).locale()).isEqualTo("de");

        // when
        current.as(Actor.SYSTEM, () -> people.update(login, new PersonChange(null, null, "", null)));

        // then
        assertThat(people.get(login).locale()).isNull();
    }
}
