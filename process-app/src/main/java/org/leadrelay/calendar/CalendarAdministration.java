package org.leadrelay.calendar;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.Actor;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.People;
import org.leadrelay.access.Permission;
import org.leadrelay.access.TeamReach;
import org.leadrelay.platform.Conflict;
import org.leadrelay.platform.Forbidden;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.NotFound;
import org.leadrelay.platform.RetryOnCollision;
import org.leadrelay.platform.Sql;
import org.leadrelay.platform.Wording;
import org.leadrelay.workingtime.BusinessCalendar;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Administration of calendars with optimistic locking: who changes one names the version they saw. Whoever
 * changes one says which version they saw: of two who change the same version, the second is refused.
 */
@Service
@RetryOnCollision
public class CalendarAdministration {

    private static final Wording WORDING = Wording.of(CalendarAdministration.class);
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    private final BusinessCalendars calendars;
    private final CalendarIndex index;
    private final CalendarTable rows;
    private final ObjectProvider<AgreedCalendars> agreed;
    private final CurrentPerson person;
    private final TeamReach reach;
    private final People people;
    private final Clock clock;

    CalendarAdministration(
            BusinessCalendars calendars,
            CalendarIndex index,
            CalendarTable rows,
            ObjectProvider<AgreedCalendars> agreed,
            CurrentPerson person,
            TeamReach reach,
            People people,
            Clock clock) {
        this.calendars = calendars;
        this.index = index;
        this.rows = rows;
        this.agreed = agreed;
        this.person = person;
        this.reach = reach;
        this.people = people;
        this.clock = clock;
    }

    /** The newest version of every calendar: the default one first, then by id. */
    @Transactional(readOnly = true)
    public List<CalendarVersion> all() {
        person.get();
        return index.known().newest().entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByKey().thenComparing(Map.Entry::getValue))
                .sorted((one, other) -> Boolean.compare(isDefault(other), isDefault(one)))
                .map(each -> calendars.read(each.getValue()))
                .toList();
    }

    /**
     * The newest version.
     *
     * @throws NotFound when there is no such calendar
     */
    @Transactional(readOnly = true)
    public CalendarVersion newest(String id) {
        person.get();
        Integer version = index.known().newest().get(id);
        if (version == null) {
            throw new NotFound(WORDING.text("noCalendar", id));
        }
        return calendars.read(version);
    }

    /**
     * @throws NotFound when this calendar has no such version
     */
    @Transactional(readOnly = true)
    public CalendarVersion version(String id, int version) {
        newest(id);
        if (!Objects.equals(index.known().ids().get(version), id)) {
            throw new NotFound(WORDING.text("noVersion", id, version));
        }
        return calendars.read(version);
    }

    /** All versions, newest first. */
    @Transactional(readOnly = true)
    public List<CalendarVersion> versions(String id) {
        newest(id);
        return rows.versions(id).stream().map(calendars::read).toList();
    }

    /** The newest version of a calendar to count with. */
    @Transactional(readOnly = true)
    public BusinessCalendar counting(String id) {
        return calendars.version(newest(id).version());
    }

    /** Whether the current person may change this calendar, or make it when there is none. */
    @Transactional(readOnly = true)
    public boolean mayChange(String id) {
        Actor who = person.get();
        if (who.may(Permission.KEEP_CALENDARS)) {
            return true;
        }
        return who.may(Permission.MANAGE_REPS)
                && !id.equals(BusinessCalendars.DEFAULT)
                && agreed.stream().noneMatch(each -> each.names(id))
                && reachesAllWhoCountIn(id);
    }

    /** A calendar changes for all who were given it. */
    private boolean reachesAllWhoCountIn(String id) {
        CalendarIndex.Known known = index.known();
        return known.ofTeams().entrySet().stream()
                        .filter(each -> each.getValue().equals(id))
                        .allMatch(each -> reach.managesTeam(each.getKey()))
                && known.ofReps().entrySet().stream()
                        .filter(each -> each.getValue().equals(id))
                        .allMatch(each -> reach.manages(each.getKey()));
    }

    /** Whether the current person may make calendars, and say whose is which. */
    public boolean mayMake() {
        Actor who = person.get();
        return who.mayAny(Permission.KEEP_CALENDARS, Permission.MANAGE_REPS);
    }

    /**
     * Makes a calendar, or the next version of one that says something else. Promises that run keep
     * the version they were opened in.
     *
     * @throws Invalid naming each field that is wrong
     * @throws Conflict when somebody changed it since the version that was read
     */
    @Transactional
    public CalendarVersion save(String id, CalendarForm form) {
        if (!ID.matcher(id).matches()) {
            throw Invalid.field("id", WORDING.text("idForm", id));
        }
        if (!mayChange(id)) {
            throw new Forbidden(
                    person.get().may(Permission.MANAGE_REPS) && !reachesAllWhoCountIn(id)
                            ? reach.refusal()
                            : WORDING.text("mayNotChange"));
        }
        Optional<CalendarVersion> newest = rows.newest(id).map(calendars::read);
        Integer read = form.version();
        mustHaveSeen(id, newest.orElse(null), read);
        CalendarContent content = CalendarCheck.checked(form, clock.instant());
        if (newest.isPresent() && newest.get().content().equals(content)) {
            return newest.get();
        }
        Integer version = rows.insert(
                        id,
                        read,
                        content,
                        person.get().login(),
                        Sql.time(clock.instant().truncatedTo(ChronoUnit.MILLIS)))
                .orElseThrow(() -> wasFirst(id));
        index.forgetEverywhere();
        return rows.find(version).orElseThrow();
    }

    /**
     * A calendar to count with as it would be; nothing is stored.
     *
     * @throws Invalid naming each field that is wrong
     */
    public BusinessCalendar tried(CalendarForm form) {
        person.get();
        return CalendarCheck.checked(form, clock.instant()).counting(0);
    }

    private void mustHaveSeen(String id, @Nullable CalendarVersion newest, @Nullable Integer read) {
        if (newest == null && read != null) {
            throw new NotFound(WORDING.text("noCalendar", id));
        }
        if (newest != null && read == null) {
            throw new Conflict(WORDING.text("takenMeanwhile", id), Map.of("version", newest.version()));
        }
        if (newest != null && !Objects.equals(newest.version(), read)) {
            throw changedMeanwhile(newest);
        }
    }

    /** After waiting for whoever was first. */
    private Conflict wasFirst(String id) {
        return changedMeanwhile(rows.newest(id).map(calendars::read).orElseThrow());
    }

    private Conflict changedMeanwhile(CalendarVersion now) {
        return new Conflict(
                WORDING.text("changedMeanwhile", now.version(), people.displayName(now.madeBy())),
                Map.of("version", now.version(), "madeBy", now.madeBy()));
    }

    private static boolean isDefault(Map.Entry<String, Integer> entry) {
        return entry.getKey().equals(BusinessCalendars.DEFAULT);
    }
}
