package org.leadrelay.ui.process;

import java.text.NumberFormat;
import java.util.Locale;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.People;
import org.leadrelay.access.Permission;
import org.leadrelay.drift.Drifts;
import org.leadrelay.journal.ReadingLog;
import org.leadrelay.opening.Plays;
import org.leadrelay.redesign.FailedJobs;
import org.leadrelay.redesign.JobRepair;
import org.leadrelay.redesign.LiveTables;
import org.leadrelay.redesign.MissingRoles;
import org.leadrelay.redesign.ProcessDashboard;
import org.leadrelay.redesign.Releases;
import org.leadrelay.redesign.StepLeads;
import org.leadrelay.ui.component.Times;
import org.springframework.stereotype.Component;

/** The services that the page of the running process needs, handed on as one. */
@Component
record ProcessServices(
        Releases releases,
        ProcessDashboard book,
        LiveTables tables,
        MissingRoles roles,
        Drifts drifts,
        Plays plays,
        StepLeads leads,
        FailedJobs failed,
        JobRepair repair,
        ReadingLog readings,
        CurrentPerson person,
        People people,
        Times times) {

    /** Whether the person may see what an error said, which may be about a lead. */
    boolean maySeeTraces() {
        return person.get().may(Permission.WATCH_OPERATION);
    }

    /** Whether the person may bring back a role that is missing. */
    boolean mayAddRoles() {
        return person.get().may(Permission.ADMINISTER_ROLES);
    }

    static String number(long number, Locale locale) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }
}
