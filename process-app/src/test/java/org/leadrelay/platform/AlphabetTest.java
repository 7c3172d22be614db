package org.leadrelay.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.leadrelay.testing.SharedServer;
import org.springframework.jdbc.core.simple.JdbcClient;

class AlphabetTest {

    /** In the order in which people look for them. */
    private static final List<String> SORTED = List.of(
            "Adler", "ähre", "Ärmel", "Axt", "Eber", "éclair", "Ernst", "Łukasz", "Lutz", "Maß", "masse", "Øre", "Oz",
            "Öztürk", "Ozzy", "Team 2", "Team 10", "Zander");

    @Test
    void memory_and_database_sort_by_one_alphabet() {
        // given
        JdbcClient jdbc = SharedServer.superuser(SharedServer.newDatabase());
        jdbc.sql("create collation people (provider = icu, locale = 'und-u-kn-true')")
                .update();
        List<String> shuffled = SORTED.stream().sorted().toList();

        // when
        List<String> inMemory = shuffled.stream().sorted(Alphabet.order()).toList();
        List<String> inDatabase = jdbc.sql("select t from unnest(?) t order by " + Alphabet.sorted("t"))
                .param(shuffled.toArray(String[]::new))
                .query(String.class)
                .list();

        // then
        assertThat(inMemory).isEqualTo(SORTED);
        assertThat(inDatabase).isEqualTo(SORTED);
    }
}
