package org.leadrelay.board;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.leadrelay.access.Teams.Team;

/**
 * Choice of the teams that may be told apart without telling of single people (k-anonymity). Whoever sees two teams can also tell those
 * who are in one and not in the other, in both, and in neither: so each of these classes must be nobody, or enough people.
 */
final class TeamAnonymity {

    /** Fewer are persons. */
    static final int FEWEST = 4;

    private final Set<String> reps;
    private final Set<String> counted;
    private final Set<String> all;

    /**
     * @param reps who may be given leads now: people who left hide nobody
     * @param counted who has rows in the numbers
     */
    TeamAnonymity(Set<String> reps, Set<String> counted) {
        this.reps = Set.copyOf(reps);
        this.counted = Set.copyOf(counted);
        all = new HashSet<>(reps);
        all.addAll(counted);
    }

    /**
     * As many as can be, the largest first. Another team only cuts the classes smaller, so one that is not possible now is not possible
     * with more of them either.
     */
    List<Team> apart(List<Team> teams) {
        Map<String, List<Team>> classes = new HashMap<>();
        all.forEach(login -> classes.put(login, List.of()));
        List<Team> shown = new ArrayList<>();
        teams.stream()
                .sorted(Comparator.comparingLong(this::size).reversed().thenComparing(Team::name))
                .filter(team -> size(team) >= FEWEST)
                .forEach(team -> {
                    Map<String, List<Team>> cut = new HashMap<>();
                    classes.forEach(
                            (login, in) -> cut.put(login, team.members().contains(login) ? with(in, team) : in));
                    if (tellNobodyApart(cut)) {
                        shown.add(team);
                        classes.putAll(cut);
                    }
                });
        return shown;
    }

    private long size(Team team) {
        return team.members().stream().filter(reps::contains).count();
    }

    private static List<Team> with(List<Team> teams, Team another) {
        return Stream.concat(teams.stream(), Stream.of(another)).toList();
    }

    private boolean tellNobodyApart(Map<String, List<Team>> classes) {
        Map<List<Team>, List<String>> people = new HashMap<>();
        classes.forEach((login, in) ->
                people.computeIfAbsent(in, any -> new ArrayList<>()).add(login));
        return people.entrySet().stream().allMatch(each -> {
            // in no team shown and without a row somebody is in no number
            boolean none = each.getKey().isEmpty() && each.getValue().stream().noneMatch(counted::contains);
            return none || each.getValue().stream().filter(reps::contains).count() >= FEWEST;
        });
    }
}
