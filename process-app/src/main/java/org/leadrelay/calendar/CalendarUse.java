package org.leadrelay.calendar;

import java.util.List;
import java.util.UUID;

/** Assignment of a calendar to a team or a rep. */
public record CalendarUse(List<Team> teams, List<Rep> reps) {

    public CalendarUse {
        teams = List.copyOf(teams);
        reps = List.copyOf(reps);
    }

    public record Team(UUID id, String name) {}

    public record Rep(String login, String name) {}
}
