package org.leadrelay.ui.worklist;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.leadrelay.access.Actor;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.Permission;
import org.leadrelay.access.Roles;
import org.leadrelay.audit.JourneyDiagrams;
import org.leadrelay.audit.Timeline;
import org.leadrelay.forecast.Forecast;
import org.leadrelay.lead.LeadCards;
import org.leadrelay.nurture.Attempts;
import org.leadrelay.opening.OpeningCards;
import org.leadrelay.opening.PlayVotes;
import org.leadrelay.promise.Breaches;
import org.leadrelay.ui.component.DueWords;
import org.leadrelay.ui.component.Times;
import org.leadrelay.ui.lead.FactEditing;
import org.leadrelay.worklist.InboxChange;
import org.leadrelay.worklist.InboxCounts;
import org.leadrelay.worklist.InboxQuery;
import org.leadrelay.worklist.TaskCommands;
import org.leadrelay.worklist.TaskQueries;
import org.leadrelay.worklist.TaskUndo;
import org.springframework.stereotype.Component;

/** The services that the inbox needs, handed on as one. */
@Component
record InboxServices(
        TaskQueries worklist,
        TaskCommands work,
        TaskUndo undo,
        LeadCards cards,
        Timeline timeline,
        JourneyDiagrams diagrams,
        Forecast incoming,
        CurrentPerson person,
        Roles roles,
        Breaches breaches,
        Attempts attempts,
        DueWords due,
        FactEditing facts,
        OpeningCards openings,
        PlayVotes votes,
        Clock clock) {

    String me() {
        return person.get().login();
    }

    Times times() {
        return due.times();
    }

    /** Whether the person works tasks. */
    static boolean works(Actor person) {
        return person.may(Permission.WORK_TASKS);
    }

    boolean works() {
        return works(person.get());
    }

    /** Whether the person sees which leads are on their way to them. */
    boolean seesIncoming() {
        return person.get().may(Permission.SEE_INCOMING);
    }

    /** Whether the person sees what others of the team have. */
    boolean seesTeam() {
        return works() && (!person.get().teams().isEmpty() || managesReps());
    }

    /** Whether a change may be of a task that the person sees. What is told without a role may concern anybody. */
    boolean mayConcern(InboxChange change) {
        String role = change.role();
        return role == null || person.get().roles().contains(role) || (role.equals(Roles.SALES_REP) && managesReps());
    }

    private boolean managesReps() {
        return person.get().may(Permission.MANAGE_REPS);
    }

    /** What the inbox opens on: of whoever manages reps what these have, of others what waits for them. */
    InboxQuery start() {
        return InboxQuery.of(seesTeam() && managesReps() ? InboxQuery.Scope.TEAM : InboxQuery.Scope.ROLE);
    }

    /** The steps at which something waits with how much, by id. */
    Map<String, String> steps(InboxCounts counts) {
        Map<String, Long> waiting = new LinkedHashMap<>();
        Map<String, String> steps = new LinkedHashMap<>();
        for (InboxCounts.Step each : counts.steps()) {
            long count = waiting.merge(each.step(), each.count(), Long::sum);
            steps.put(each.step(), "%s (%d)".formatted(each.name(), count));
        }
        return steps;
    }

    /** The sources of what waits. */
    List<String> sources() {
        return worklist.sources();
    }
}
