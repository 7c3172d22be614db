package org.leadrelay.ui.team;

import org.leadrelay.assignment.Attendance;
import org.leadrelay.assignment.HandOffs;
import org.leadrelay.assignment.Reps;
import org.leadrelay.assignment.Skills;
import org.leadrelay.lead.LeadCards;
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
        TaskQueries worklist,
        TaskCommands work,
        LeadCards cards,
        RepWords words) {}
