package org.leadrelay.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rule "within the teams", line by line. */
class TeamReachTest {

    @ParameterizedTest(name = "a manager in [{0}] manages somebody in [{1}]: {2}")
    @CsvSource({
        "inbound,       inbound,       true",
        "inbound,       field,         false",
        "inbound,       '',            true",
        "inbound,       inbound field, true",
        "inbound field, field,         true",
        "inbound field, south,         false",
        "'',            inbound,       false",
        "'',            inbound field, false",
        "'',            '',            true"
    })
    void a_manager_manages_whoever_shares_a_team_and_whoever_is_in_none(
            String manager, String person, boolean manages) {
        assertThat(TeamReach.reaches(teams(manager), teams(person))).isEqualTo(manages);
    }

    private static Set<UUID> teams(String names) {
        return Arrays.stream(names.split(" "))
                .filter(name -> !name.isEmpty())
                .map(name -> UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)))
                .collect(Collectors.toSet());
    }
}
