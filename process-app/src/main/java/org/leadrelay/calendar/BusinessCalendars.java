package org.leadrelay.calendar;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.annotation.PostConstruct;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.workingtime.BusinessCalendar;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/**
 * Repository of business calendars, cached; a version never changes. A promise is opened in the newest version
 * of a calendar and keeps that version for life; a version never changes. Once read, nothing here asks the
 * database until something changes on any node.
 */
@Service
public class BusinessCalendars {

    /** The calendar that is there from the first start. */
    public static final String DEFAULT = "default";

    private final CalendarTable rows;
    private final CalendarIndex index;
    private final ZoneId configuredZone;
    private final Cache<Integer, Counting> versions =
            Caffeine.newBuilder().maximumSize(1_000).build();

    private record Counting(CalendarVersion version, BusinessCalendar calendar) {}

    BusinessCalendars(
            CalendarTable rows,
            CalendarIndex index,
            @Value("${leadrelay.time-zone:Europe/Berlin}") ZoneId configuredZone) {
        this.rows = rows;
        this.index = index;
        this.configuredZone = configuredZone;
    }

    /** The first calendar gets its time zone at the first start, and keeps it. */
    @PostConstruct
    void keepTheConfiguredZone() {
        rows.keepZone(configuredZone.getId());
    }

    /**
     * The hours that were recorded under this number.
     *
     * @throws IllegalStateException when there is no such version
     */
    public BusinessCalendar version(int version) {
        return counting(version).calendar();
    }

    /** The newest version of a calendar; empty when there is none of that id. */
    public Optional<BusinessCalendar> newest(String id) {
        return Optional.ofNullable(index.known().newest().get(id)).map(this::version);
    }

    /**
     * The calendar to which a version belongs.
     *
     * @throws IllegalStateException when there is no such version
     */
    public String idOf(int version) {
        String id = index.known().ids().get(version);
        return id == null ? counting(version).version().id() : id;
    }

    /** The newest version of the calendar that a team was given. */
    public Optional<BusinessCalendar> forTeam(UUID team) {
        return newestOrNone(index.known().ofTeams().get(team));
    }

    /**
     * The newest version of the calendar that holds for a rep and not for everybody: their own,
     * else their team's; of several teams, the first by name.
     */
    public Optional<BusinessCalendar> ownOf(String login) {
        CalendarIndex.Known known = index.known();
        String own = known.ofReps().get(login);
        return newestOrNone(own == null ? known.ofMembers().get(login) : own);
    }

    /** As {@link #ownOf}, else the default calendar. */
    public BusinessCalendar forRep(String login) {
        return ownOf(login).or(() -> newest(DEFAULT)).orElseThrow();
    }

    CalendarVersion read(int version) {
        return counting(version).version();
    }

    private Optional<BusinessCalendar> newestOrNone(@Nullable String id) {
        return id == null ? Optional.empty() : newest(id);
    }

    private Counting counting(int version) {
        Counting known = versions.getIfPresent(version);
        if (known == null) {
            CalendarVersion read = rows.find(version)
                    .orElseThrow(() -> new IllegalStateException("no business calendar has version " + version));
            known = new Counting(read, read.content().counting(version));
            versions.put(version, known);
        }
        return known;
    }
}
