package org.leadrelay.calendar;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.Teams;
import org.leadrelay.access.TeamsChanged;
import org.leadrelay.platform.NodeBroadcast;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Cache of which version of a calendar is the newest and whose calendar is which, invalidated on every node when
 * calendars, their use, or teams change. Forgotten on every node when calendars, their use, or teams change.
 */
@Component
class CalendarIndex {

    private static final String TOPIC = "calendars";

    private final CalendarTable rows;
    private final CalendarUseTable uses;
    private final Teams teams;
    private final NodeBroadcast nodes;

    private volatile @Nullable Known known;
    private long forgotten;

    CalendarIndex(CalendarTable rows, CalendarUseTable uses, Teams teams, NodeBroadcast nodes) {
        this.rows = rows;
        this.uses = uses;
        this.teams = teams;
        this.nodes = nodes;
        nodes.listen(TOPIC, message -> forget(), this::forget);
    }

    /**
     * @param ids every version to its calendar
     * @param newest every calendar to its newest version
     * @param ofReps what a rep was given, not counting their teams
     * @param ofMembers what the members of teams have from them; of several, the first by name
     */
    record Known(
            Map<Integer, String> ids,
            Map<String, Integer> newest,
            Map<String, String> ofReps,
            Map<UUID, String> ofTeams,
            Map<String, String> ofMembers) {}

    Known known() {
        Known present = known;
        if (present != null) {
            return present;
        }
        long before = forgotten();
        Known read = read();
        keep(read, before);
        return read;
    }

    /** Here and on all other nodes, when the transaction commits. */
    void forgetEverywhere() {
        nodes.tellEveryone(TOPIC, "");
    }

    @EventListener
    void membersMayHaveChanged(TeamsChanged event) {
        forgetEverywhere();
    }

    private Known read() {
        Map<Integer, String> ids = rows.ids();
        Map<String, Integer> newest = new HashMap<>();
        ids.forEach((version, id) -> newest.merge(id, version, Math::max));
        Map<UUID, String> ofTeams = uses.ofTeams();
        Map<String, String> ofMembers = new HashMap<>();
        if (!ofTeams.isEmpty()) {
            for (Teams.Team team : teams.all()) {
                String calendar = ofTeams.get(team.id());
                if (calendar != null) {
                    team.members().forEach(login -> ofMembers.putIfAbsent(login, calendar));
                }
            }
        }
        return new Known(ids, newest, uses.ofReps(), ofTeams, ofMembers);
    }

    private synchronized long forgotten() {
        return forgotten;
    }

    private synchronized void forget() {
        forgotten++;
        known = null;
    }

    /** What was read before somebody said that it changed is for the reader alone. */
    private synchronized void keep(Known read, long before) {
        if (forgotten == before) {
            known = read;
        }
    }
}
