package org.leadrelay.assignment;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.People;
import org.leadrelay.access.Person;
import org.leadrelay.access.Roles;
import org.leadrelay.access.TeamReach;
import org.leadrelay.journal.Kind;
import org.leadrelay.journal.LineDetails;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.NotFound;
import org.leadrelay.platform.ProductException;
import org.leadrelay.platform.RetryOnCollision;
import org.leadrelay.platform.Wording;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Capacity and load of reps. Only a sales manager who manages the rep changes it. */
@Service
@RetryOnCollision
@Transactional(noRollbackFor = ProductException.class)
public class Reps {

    private static final Wording WORDING = Wording.of(Reps.class);

    /** No rep carries more open leads than this. */
    public static final int MOST = 100_000;

    private final JdbcClient jdbc;
    private final People people;
    private final TeamReach reach;
    private final Pool pool;
    private final RepDirectory directory;
    private final AbsenceReader absences;
    private final RepChanges changes;
    private final Clock clock;

    Reps(
            JdbcClient jdbc,
            People people,
            TeamReach reach,
            Pool pool,
            RepDirectory directory,
            AbsenceReader absences,
            RepChanges changes,
            Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.reach = reach;
        this.pool = pool;
        this.directory = directory;
        this.absences = absences;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * The active reps whom the current person manages by name, with load, capacity and absences
     * that are not over; none for whoever is no sales manager.
     */
    @Transactional(readOnly = true)
    public List<RepChoice> all() {
        return directory.everybody().stream()
                .filter(rep -> reach.manages(rep.login()))
                .toList();
    }

    /** The last absences of a rep that have begun, newest first, with what each did to the open tasks. */
    @Transactional(readOnly = true)
    public List<Absence> absencesOf(String login) {
        reach.mustManage(login);
        return absences.lastOf(login, clock.instant());
    }

    /**
     * Sets how many open leads a rep carries at most. Leads that wait are served at once when it is
     * raised; nobody loses a lead when it is lowered.
     *
     * @throws Invalid when it is not between 0 and {@link #MOST}
     */
    public RepChoice setCapacity(String login, int capacity) {
        RepChoice before = lockedToLimit(login, capacity);
        limitTo(login, capacity);
        return limited(before);
    }

    private RepChoice lockedToLimit(String login, int capacity) {
        reach.mustManage(login);
        if (capacity < 0 || capacity > MOST) {
            throw Invalid.field("capacity", WORDING.text("capacity", MOST));
        }
        mustBeKnown(login);
        pool.lock();
        return one(login);
    }

    private void limitTo(String login, int capacity) {
        jdbc.sql("""
            insert into rep_capacity (login, capacity) values (?, ?)
            on conflict (login) do update set capacity = excluded.capacity
            """).params(login, capacity).update();
    }

    private RepChoice limited(RepChoice before) {
        RepChoice after = one(before.login());
        changes.note(
                Kind.REP_LIMITED,
                after.login(),
                LineDetails.ofChange("capacity", before.capacity(), after.capacity())
                        .change("perPeriod", before.perPeriod(), after.perPeriod())
                        .change("period", before.period(), after.period()));
        changes.placeFreed();
        return after;
    }

    /**
     * Sets both limits of a rep: open leads, and leads given in one period. Leads that wait are
     * served at once when there is a place; nobody loses a lead.
     *
     * @param perPeriod null for the default
     * @param period day or week, null for the default
     * @throws Invalid when one is not between 0 and {@link #MOST}, or the period is another
     */
    public RepChoice setLimits(String login, int capacity, @Nullable Integer perPeriod, @Nullable String period) {
        reach.mustManage(login);
        if (perPeriod != null && (perPeriod < 0 || perPeriod > MOST)) {
            throw Invalid.field("perPeriod", WORDING.text("perPeriod", MOST));
        }
        if (period != null && !period.equals("day") && !period.equals("week")) {
            throw Invalid.field("period", WORDING.text("period"));
        }
        RepChoice before = lockedToLimit(login, capacity);
        limitTo(login, capacity);
        jdbc.sql("update rep_capacity set per_period = ?, period = ? where login = ?")
                .param(perPeriod)
                .param(period)
                .param(login)
                .update();
        return limited(before);
    }

    /** A rep's free places, among everybody's. */
    @Transactional(readOnly = true)
    public FreePlaces freePlaces(String login) {
        List<Candidate> all = pool.candidates(HandOff.ANY);
        return new FreePlaces(
                all.stream()
                        .filter(each -> each.login().equals(login))
                        .mapToLong(Candidate::free)
                        .sum(),
                all.stream().mapToLong(Candidate::free).sum());
    }

    /** Whom the current person may name for a lead: a sales manager those they manage, whoever else is asked everyone. */
    List<RepChoice> named() {
        return reach.managesReps() ? all() : directory.everybody();
    }

    RepChoice one(String login) {
        return directory.one(login).orElseThrow(() -> noRep(login));
    }

    /**
     * @throws Invalid on that field when nobody of that login is an active sales rep
     */
    void mustBeRep(String field, String login) {
        boolean rep = people.find(login)
                .filter(Person::active)
                .filter(each -> each.roles().contains(Roles.SALES_REP))
                .isPresent();
        if (!rep) {
            throw Invalid.field(field, WORDING.text("noActiveRep"));
        }
    }

    void mustBeKnown(String login) {
        if (people.find(login)
                .filter(each -> each.roles().contains(Roles.SALES_REP))
                .isEmpty()) {
            throw noRep(login);
        }
    }

    private static NotFound noRep(String login) {
        return new NotFound(WORDING.text("noRep", login));
    }
}
