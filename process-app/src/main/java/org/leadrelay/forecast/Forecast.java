package org.leadrelay.forecast;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.Actor;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.Permission;
import org.leadrelay.assignment.FreePlaces;
import org.leadrelay.assignment.HandOffs;
import org.leadrelay.assignment.Reps;
import org.leadrelay.assignment.WaitingLead;
import org.leadrelay.calendar.BusinessCalendars;
import org.leadrelay.forecast.ForecastQueries.Group;
import org.leadrelay.worklist.Priority;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Forecast for a rep of the leads that are on their way: how many, how ready, and for when. */
@Service
@Transactional(readOnly = true)
public class Forecast {

    /** So far back an estimate looks. */
    private static final int DAYS = 30;

    /** From fewer leads nothing is concluded. */
    private static final int FEWEST = 10;

    /** Counting all leads is not done for every glance at the inbox. */
    private static final Duration FRESH = Duration.ofSeconds(30);

    private final CurrentPerson current;
    private final ForecastQueries reader;
    private final HandOffs handOffs;
    private final Reps reps;
    private final BusinessCalendars calendars;
    private final Clock clock;
    private final Map<ZoneId, Counted> counted = new ConcurrentHashMap<>();

    Forecast(
            CurrentPerson current,
            ForecastQueries reader,
            HandOffs handOffs,
            Reps reps,
            BusinessCalendars calendars,
            Clock clock) {
        this.current = current;
        this.reader = reader;
        this.handOffs = handOffs;
        this.reps = reps;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** What is the same for everybody in one time zone. */
    private record Counted(Instant at, List<Group> withMarketing, List<Group> nurtured, ForecastQueries.Past past) {

        private boolean freshAt(Instant now) {
            return !now.isBefore(at) && Duration.between(at, now).compareTo(FRESH) < 0;
        }
    }

    /**
     * What is on its way to the current person.
     *
     * @throws org.leadrelay.platform.Forbidden when the person may not see what is coming
     */
    public IncomingLeads mine() {
        Actor actor = current.get();
        actor.mustHave(Permission.SEE_INCOMING);
        ZoneId zone = calendars.forRep(actor.login()).zone();
        Counted team = team(zone);
        List<WaitingLead> waiting = handOffs.waitingFor(actor.login());
        FreePlaces places = reps.freePlaces(actor.login());
        List<IncomingLeads.Stage> stages = List.of(
                waiting(waiting),
                stage(IncomingLeads.WITH_MARKETING, team.withMarketing()),
                stage(IncomingLeads.NURTURED, team.nurtured()));
        String none = noEstimate(team.past(), places);
        IncomingLeads.Estimate estimate =
                none == null ? estimate(waiting.size(), stages.get(1).leads(), team.past(), places) : null;
        return new IncomingLeads(team.at(), zone.getId(), stages, estimate, none);
    }

    private Counted team(ZoneId zone) {
        Instant now = clock.instant();
        Counted known = counted.get(zone);
        if (known != null && known.freshAt(now)) {
            return known;
        }
        Counted fresh = new Counted(
                now,
                reader.withMarketing(now, zone),
                reader.nurtured(),
                reader.since(now.minus(Duration.ofDays(DAYS))));
        counted.put(zone, fresh);
        return fresh;
    }

    private static IncomingLeads.Stage waiting(List<WaitingLead> waiting) {
        Map<String, Long> byPriority =
                waiting.stream().collect(Collectors.groupingBy(WaitingLead::priority, Collectors.counting()));
        return new IncomingLeads.Stage(
                IncomingLeads.WAITING,
                waiting.size(),
                0,
                byPriority.entrySet().stream()
                        .map(each -> new IncomingLeads.Readiness(null, null, each.getKey(), each.getValue()))
                        .sorted(Comparator.comparing(each -> Priority.rank(each.priority())))
                        .toList(),
                List.of());
    }

    private static IncomingLeads.Stage stage(String name, List<Group> groups) {
        Map<LocalDate, Long> days = new TreeMap<>();
        groups.forEach(each -> {
            if (each.day() != null) {
                days.merge(each.day(), each.leads(), Long::sum);
            }
        });
        return new IncomingLeads.Stage(
                name,
                groups.stream().mapToLong(Group::leads).sum(),
                groups.stream().mapToLong(Group::late).sum(),
                readiness(groups),
                days.entrySet().stream()
                        .map(each -> new IncomingLeads.Day(each.getKey(), each.getValue()))
                        .toList());
    }

    /** The readiest first. */
    private static List<IncomingLeads.Readiness> readiness(List<Group> groups) {
        record Kind(@Nullable String fit, @Nullable Integer maturity, String priority) {}
        return groups.stream()
                .collect(Collectors.groupingBy(
                        each -> new Kind(each.fit(), each.maturity(), each.priority()),
                        Collectors.summingLong(Group::leads)))
                .entrySet()
                .stream()
                .map(each -> new IncomingLeads.Readiness(
                        each.getKey().fit(),
                        each.getKey().maturity(),
                        each.getKey().priority(),
                        each.getValue()))
                .sorted(Comparator.comparing(
                                IncomingLeads.Readiness::maturity, Comparator.nullsLast(Comparator.reverseOrder()))
                        .thenComparing(IncomingLeads.Readiness::fit, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(each -> Priority.rank(each.priority())))
                .toList();
    }

    private static @Nullable String noEstimate(ForecastQueries.Past past, FreePlaces places) {
        if (places.free() == 0) {
            return places.all() == 0 ? "noPlaces" : "notYou";
        }
        return past.answered() < FEWEST ? "tooFew" : null;
    }

    /** By the share of free places, since the least loaded gets the next lead. */
    private static IncomingLeads.Estimate estimate(
            long waiting, long withMarketing, ForecastQueries.Past past, FreePlaces places) {
        double coming = waiting + withMarketing * ((double) past.handedOver() / past.answered());
        long share = Math.round(coming * places.free() / places.all());
        return new IncomingLeads.Estimate(
                Math.min(share, places.free()), places.free(), places.all(), past.answered(), past.handedOver(), DAYS);
    }
}
