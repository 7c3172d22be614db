package org.leadrelay.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leadrelay.access.Teams.Team;

/** Each letter is a person; capital ones have left. */
class TeamAnonymityTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        # reps        | counted  | teams                     | shown
        abcdefgh      | ae       | N=abcd S=efgh             | N S
        abcdefg       | ae       | N=abcd S=efg              |
        abcdefghi     | aei      | N=abcd S=efgh             | N
        abcdefghi     | ae       | N=abcd S=efgh             | N S
        abcdefghijkl  | aeil     | N=abcd S=efgh             | N S
        abcdefghi     | aei      | four=abcd five=abcde      | five
        abcdef        | af       | most=abcde all=abcdef     | all
        abc           | a        | T=abc                     |
        abcd          | a        | T=abcd                    | T
        abcdX         | aX       | T=abcX U=abcd             |
        abcdefg       | a        | one=abcde two=cdefg       | one
        abcdefghijkl  | adgj     | one=abcdefgh two=efghijkl | one two
        abcdefghXYZ   | XYZ      | N=abcdXYZ S=efgh          | N S
        abcd          | aX       | T=abcdm                   |
        """)
    void a_team_is_shown_where_nobody_can_be_told_from_it(String reps, String counted, String teams, String shown) {
        // given
        List<Team> all = Arrays.stream(teams.split(" "))
                .map(each -> each.split("="))
                .map(each -> new Team(UUID.randomUUID(), each[0], people(each[1])))
                .toList();
        Set<String> active = people(reps);
        active.removeIf(each -> Character.isUpperCase(each.charAt(0)));

        // then
        assertThat(new TeamAnonymity(active, people(counted)).apart(all))
                .extracting(Team::name)
                .containsExactlyInAnyOrder(shown == null ? new String[0] : shown.split(" "));
    }

    @Test
    void whatever_the_teams_nobody_with_a_row_is_told_by_all_of_them_together() {
        Random random = new Random(66);
        int shown = 0;
        for (int round = 0; round < 500; round++) {
            // given
            List<String> everybody =
                    "abcdefghijklmnopqrst".chars().mapToObj(Character::toString).toList();
            Set<String> reps = some(everybody, random, 0.8);
            Set<String> counted = some(everybody, random, 0.6);
            List<Team> teams = new java.util.ArrayList<>();
            for (int team = 0; team < 6; team++) {
                teams.add(new Team(UUID.randomUUID(), "T" + team, some(everybody, random, 0.5)));
            }

            // when
            List<Team> apart = new TeamAnonymity(reps, counted).apart(teams);

            // then: whoever is in the same of them cannot be told apart, and is not alone
            Map<String, Set<String>> classes = new HashMap<>();
            for (String each : everybody) {
                String in = apart.stream()
                        .filter(team -> team.members().contains(each))
                        .map(Team::name)
                        .collect(Collectors.joining(" "));
                classes.computeIfAbsent(in, any -> new TreeSet<>()).add(each);
            }
            boolean any = !apart.isEmpty();
            classes.forEach((in, people) -> {
                long active = people.stream().filter(reps::contains).count();
                if (any && people.stream().anyMatch(counted::contains)) {
                    assertThat(active).as("%s in %s", people, in).isGreaterThanOrEqualTo(4);
                }
            });
            shown += apart.size();
        }
        assertThat(shown).as("and some are shown").isGreaterThan(100);
    }

    private static Set<String> some(List<String> of, Random random, double share) {
        return of.stream().filter(each -> random.nextDouble() < share).collect(Collectors.toSet());
    }

    private static Set<String> people(String letters) {
        return new HashSet<>(letters.chars().mapToObj(Character::toString).toList());
    }
}
