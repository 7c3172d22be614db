package org.leadrelay.calendar;

import java.util.List;
import java.util.UUID;

/** Who counts in a calendar by an assignment of their own. */
public record CalendarUse(List<Team> teams, List<Rep> reps) {

    public CalendarUse {
        teams = List.copyOf(teams);
        reps = List.copyOf(reps);
    }

    public record Team(UUID id, String name) {}

    public record Rep(String login, String name) {}
}
