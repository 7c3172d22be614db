package org.leadrelay.promise.report;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leadrelay.journal.Kind;
import org.leadrelay.platform.NodeHeartbeats.Down;
import org.leadrelay.workingtime.BusinessCalendar;

/**
 * Attribution of a promise's time to those who held it, from the lines of the lead's journey log. The parts sum
 * up to the whole exactly.
 */
final class TimeAttribution {

    private final String element;
    private final Instant opened;
    private final List<Stretch> stretches = new ArrayList<>();
    private Instant since;
    private boolean created;
    private @Nullable String holder;
    private final Set<String> lookers = new HashSet<>();
    private boolean waiting;

    private record Stretch(Instant from, Instant to, TimeShare part) {}

    TimeAttribution(String element, Instant opened) {
        this.element = element;
        this.opened = opened;
        this.since = opened;
    }

    /**
     * Something happened to the lead between the promise's opening and its end.
     *
     * @param mine whether the line is this promise's own
     */
    void onEvent(
            Kind kind, Instant at, String person, @Nullable String where, boolean mine, Map<String, Object> details) {
        if (mine) {
            wait(kind, at);
        } else if (element.equals(where)) {
            task(kind, at, person, details);
        }
    }

    private void wait(Kind kind, Instant at) {
        switch (kind) {
            case PROMISE_PAUSED, PROMISE_RENEWED -> {
                until(at);
                waiting = true;
            }
            case PROMISE_RESUMED -> {
                until(at);
                waiting = false;
            }
            default -> {}
        }
    }

    private void task(Kind kind, Instant at, String person, Map<String, Object> details) {
        switch (kind) {
            case TASK_CREATED -> {
                // the task appears in the transaction that opens its promise, a little later
                if (created) {
                    until(at);
                }
                created = true;
                lookers.clear();
                holds(details.get("assignee"));
            }
            case TASK_CLAIMED -> {
                until(at);
                holds(person);
            }
            case TASK_RELEASED, TASK_COMPLETED, TASK_CANCELLED -> {
                until(at);
                if (kind == Kind.TASK_RELEASED) {
                    holds(null);
                }
            }
            case TASK_ASSIGNED -> {
                until(at);
                holds(details.get("to"));
            }
            case TASK_OPENED -> {
                until(at);
                lookers.add(person);
            }
            default -> {}
        }
    }

    private void holds(@Nullable Object login) {
        holder = login instanceof String who ? who : null;
    }

    private void until(Instant at) {
        Instant now = at.truncatedTo(ChronoUnit.MILLIS);
        if (now.isAfter(since)) {
            stretches.add(new Stretch(since, now, part()));
            since = now;
        }
    }

    private TimeShare part() {
        if (waiting) {
            return TimeShare.WAITING;
        }
        if (holder == null) {
            return TimeShare.UNASSIGNED;
        }
        return lookers.contains(holder) ? TimeShare.OPENED : TimeShare.UNOPENED;
    }

    /**
     * Shares out the working time between two instants of the promise's life.
     *
     * @param downs when the product did not run, in order
     */
    Map<TimeShare, Duration> share(Instant from, Instant ended, BusinessCalendar calendar, List<Down> downs) {
        Map<TimeShare, Duration> shares = new EnumMap<>(TimeShare.class);
        for (TimeShare part : TimeShare.values()) {
            shares.put(part, Duration.ZERO);
        }
        until(ended);
        for (Stretch stretch : stretches) {
            Instant at = later(stretch.from(), from);
            Instant end = earlier(stretch.to(), ended);
            for (Down down : downs) {
                Instant stop = earlier(down.from(), end);
                if (at.isBefore(stop)) {
                    add(shares, stretch.part(), calendar, at, stop);
                    at = stop;
                }
                Instant back = earlier(down.to(), end);
                if (!at.isBefore(down.from()) && at.isBefore(back)) {
                    add(shares, TimeShare.DOWN, calendar, at, back);
                    at = back;
                }
            }
            add(shares, stretch.part(), calendar, at, end);
        }
        return shares;
    }

    private static void add(
            Map<TimeShare, Duration> shares, TimeShare part, BusinessCalendar calendar, Instant from, Instant to) {
        if (from.isBefore(to)) {
            shares.merge(part, calendar.between(from, to), Duration::plus);
        }
    }

    Instant opened() {
        return opened;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
