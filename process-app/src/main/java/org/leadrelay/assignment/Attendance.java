package org.leadrelay.assignment;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.TeamReach;
import org.leadrelay.journal.Kind;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.NotFound;
import org.leadrelay.platform.ProductException;
import org.leadrelay.platform.RetryOnCollision;
import org.leadrelay.platform.Wording;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Absences of reps and their deputies, entered by a sales manager. Only a sales manager who manages the rep
 * changes it.
 */
@Service
@RetryOnCollision
@Transactional(noRollbackFor = ProductException.class)
public class Attendance {

    private static final Wording WORDING = Wording.of(Attendance.class);

    private final Reps reps;
    private final Absences absences;
    private final CurrentPerson person;
    private final TeamReach reach;
    private final Pool pool;
    private final RepChanges changes;
    private final Clock clock;

    Attendance(
            Reps reps,
            Absences absences,
            CurrentPerson person,
            TeamReach reach,
            Pool pool,
            RepChanges changes,
            Clock clock) {
        this.reps = reps;
        this.absences = absences;
        this.person = person;
        this.reach = reach;
        this.pool = pool;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * Marks a rep as absent: no lead is given to them meanwhile; the leads they have stay theirs.
     *
     * @param from null for now
     * @param until null while the return is not known
     */
    public RepChoice away(String login, @Nullable Instant from, @Nullable Instant until) {
        return away(login, from, until, null, AbsenceHandling.STAY);
    }

    /**
     * Marks a rep as absent, with somebody who stands in. Open tasks that do not stay move within
     * seconds of the beginning.
     *
     * @param deputy null for nobody in particular
     * @throws Invalid when the deputy is no other active rep or not the manager's, or is missing
     *     though the tasks are to go there
     */
    public RepChoice away(
            String login,
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable String deputy,
            AbsenceHandling openTasks) {
        reach.mustManage(login);
        reps.mustBeKnown(login);
        Instant now = clock.instant();
        Instant start = from == null ? now : from;
        if (until != null && !until.isAfter(start)) {
            throw Invalid.field("until", WORDING.text("returnFirst"));
        }
        if (until != null && !until.isAfter(now)) {
            throw Invalid.field("until", WORDING.text("over"));
        }
        mustStandIn(login, deputy, openTasks);
        pool.lock();
        changes.absence(
                Kind.REP_AWAY,
                absences.saveAndFlush(
                        new AbsenceEntity(login, start, until, person.get().login(), deputy, openTasks)));
        return reps.one(login);
    }

    private void mustStandIn(String login, @Nullable String deputy, AbsenceHandling openTasks) {
        if (deputy != null) {
            reps.mustBeRep("deputy", deputy);
            if (!reach.manages(deputy)) {
                throw Invalid.field("deputy", reach.refusal());
            }
        }
        if (login.equals(deputy)) {
            throw Invalid.field("deputy", WORDING.text("ownDeputy"));
        }
        if (deputy == null && openTasks == AbsenceHandling.DEPUTY) {
            throw Invalid.field("deputy", WORDING.text("noDeputy"));
        }
    }

    /**
     * Ends a rep's running absences now; those that lie ahead stay. One that began this very
     * instant never was.
     */
    public RepChoice back(String login) {
        reach.mustManage(login);
        reps.mustBeKnown(login);
        pool.lock();
        Instant now = clock.instant();
        for (AbsenceEntity each : absences.runningAt(login, now)) {
            if (each.beginsAt(now)) {
                absences.delete(each);
            } else {
                each.end(now);
            }
            changes.absence(Kind.REP_BACK, each);
        }
        absences.flush();
        changes.placeFreed();
        return reps.one(login);
    }

    /** Takes one planned or running absence away. */
    public RepChoice cancel(String login, UUID absence) {
        reach.mustManage(login);
        pool.lock();
        AbsenceEntity cancelled = absences.findByIdAndLogin(absence, login)
                .orElseThrow(() -> new NotFound(WORDING.text("noAbsence", login)));
        absences.delete(cancelled);
        absences.flush();
        changes.absence(Kind.ABSENCE_CANCELLED, cancelled);
        changes.placeFreed();
        return reps.one(login);
    }
}
