package org.leadrelay.assignment;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.leadrelay.access.People;
import org.leadrelay.access.PersonChange;
import org.leadrelay.access.Roles;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reps of one test, with everybody else out of the way. */
final class Crew {

    private static int tests;

    private final People people;
    private final Reps reps;
    private final JdbcClient jdbc;
    private final List<String> mine = new ArrayList<>();
    private String suffix = "";

    Crew(People people, Reps reps, JdbcClient jdbc) {
        this.people = people;
        this.reps = reps;
        this.jdbc = jdbc;
    }

    /** Nobody else has a place, and nothing is taken or waiting. */
    void alone() {
        goHome();
        suffix = "-" + ++tests;
        people.byRole(Roles.SALES_REP).forEach(each -> reps.setCapacity(each.login(), 0));
    }

    /** Forgets this test's reps and all that was given to them. */
    void goHome() {
        mine.forEach(login -> people.deactivate(login, null));
        mine.clear();
        for (String table : new String[] {
            "rep_place", "rep_given", "rep_skill", "rep_capacity", "rep_absence", "hand_off_decline", "hand_off_waiting"
        }) {
            jdbc.sql("delete from " + table).update();
        }
    }

    /** A new rep of this test with so many places. */
    void rep(String name, int capacity) {
        people.create(
                login(name), new PersonChange(name, null, "en", Set.of(Roles.SALES_REP)), "a long enough password");
        mine.add(login(name));
        reps.setCapacity(login(name), capacity);
    }

    /** A lead of normal priority that any rep can take. */
    static HandOff handOff(UUID lead, long lap, boolean sameRepAllowed) {
        return new HandOff(lead, lap, "normal", List.of(), sameRepAllowed);
    }

    String login(String name) {
        return name + suffix;
    }
}
