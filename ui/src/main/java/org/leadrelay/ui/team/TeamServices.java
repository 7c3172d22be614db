package org.leadrelay.ui.team;

import java.util.Map;
import org.leadrelay.assignment.Attendance;
import org.leadrelay.assignment.HandOffs;
import org.leadrelay.assignment.Reps;
import org.leadrelay.assignment.Skills;
import org.leadrelay.lead.LeadCards;
import org.leadrelay.platform.Forbidden;
import org.leadrelay.promise.report.PromiseReports;
import org.leadrelay.ui.promises.PromisesNavigation;
import org.leadrelay.worklist.AbsentReps;
import org.leadrelay.worklist.RepsTasks;
import org.leadrelay.worklist.TaskCommands;
import org.leadrelay.worklist.TaskQueries;
import org.springframework.stereotype.Component;

/** The services that the team's page needs, handed on as one. */
@Component
record TeamServices(
        Reps reps,
        Attendance attendance,
        Skills skills,
        HandOffs handOffs,
        RepsTasks tasks,
        AbsentReps absent,
        PromiseReports promises,
        TaskQueries worklist,
        TaskCommands work,
        LeadCards cards,
        RepWords words) {

    /** What presses on the manager's reps; without the promises for whoever may not read those. */
    RepPressure pressure() {
        return new RepPressure(tasks.pressing(), late());
    }

    private Map<String, Long> late() {
        try {
            return promises.byHolder(
                    PromisesNavigation.lastWeeks(promises.today()).state("late"));
        } catch (Forbidden notTheirs) {
            return Map.of();
        }
    }
}
