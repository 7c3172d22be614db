package org.leadrelay.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.People;
import org.leadrelay.charter.Option;
import org.leadrelay.notification.Notices;
import org.leadrelay.platform.ProductException;
import org.leadrelay.platform.Sql;
import org.leadrelay.promise.Breaches;
import org.leadrelay.workingtime.BusinessCalendar;
import org.leadrelay.worklist.TaskQueries;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Simulation of people who open a task before they answer it, read what they are told, and say why they broke a promise. Without it
 * every late minute of the past would be one in which nobody had looked.
 */
final class SimulatedReading {

    private static final Logger LOG = LoggerFactory.getLogger(SimulatedReading.class);
    private static final Duration LATEST = Duration.ofDays(2);

    private final CurrentPerson current;
    private final People people;
    private final TaskQueries worklist;
    private final Breaches breaches;
    private final Notices notices;
    private final JdbcClient jdbc;
    private final Function<String, BusinessCalendar> hours;
    private final long seed;

    SimulatedReading(
            CurrentPerson current,
            People people,
            TaskQueries worklist,
            Breaches breaches,
            Notices notices,
            JdbcClient jdbc,
            Function<String, BusinessCalendar> hours,
            long seed) {
        this.current = current;
        this.people = people;
        this.worklist = worklist;
        this.breaches = breaches;
        this.notices = notices;
        this.jdbc = jdbc;
        this.hours = hours;
        this.seed = seed;
    }

    private record Unopened(String id, String login, Instant from, Instant due) {}

    private record Unexplained(UUID id, String login) {}

    void round(Instant now) {
        unopened().stream()
                .filter(task -> !now.isBefore(moment(task)) && isAtWork(task.login(), now))
                .forEach(task -> as(task.login(), () -> worklist.task(task.id())));
        unexplained(now).stream()
                .filter(promise -> isAtWork(promise.login(), now))
                .forEach(promise -> explain(promise, chance(promise.id())));
    }

    /** Nobody comes back to six weeks of unread notices. */
    void readNotices() {
        people.all().forEach(each -> current.as(people.actor(each), notices::readAll));
    }

    /** Most look in the first half of the time they have, some only when it is over. */
    private Instant moment(Unopened task) {
        Random chance = chance(task.id());
        Duration given = Duration.between(task.from(), task.due());
        Duration whole = given.compareTo(LATEST) > 0 ? LATEST : given;
        double share = chance.nextInt(5) > 0 ? chance.nextDouble() * 0.5 : 1 + chance.nextDouble() * 0.3;
        return task.from().plusSeconds((long) (whole.toSeconds() * share));
    }

    private void explain(Unexplained promise, Random chance) {
        List<String> reasons = breaches.reasons(Locale.ENGLISH).stream()
                .map(Option::value)
                .filter(each -> !each.equals("other"))
                .toList();
        if (chance.nextInt(4) > 0 && !reasons.isEmpty()) {
            String reason = reasons.get(chance.nextInt(reasons.size()));
            as(promise.login(), () -> breaches.explain(promise.id(), reason, null));
        }
    }

    private Random chance(Object id) {
        return new Random(seed ^ (id.hashCode() * 0x9E3779B97F4A7C15L));
    }

    private boolean isAtWork(String login, Instant now) {
        return hours.apply(login).nextOpening(now).equals(now);
    }

    private void as(String login, Runnable deed) {
        try {
            current.as(people.actor(people.get(login)), () -> {
                deed.run();
                return true;
            });
        } catch (ProductException refused) {
            LOG.debug("{} was refused: {}", login, refused.getMessage());
        }
    }

    private List<Unopened> unopened() {
        return jdbc.sql("""
            select task_id, assignee, created_at, due from task_item
            where not waiting and assignee is not null and opened_by is distinct from assignee
            order by created_at, task_id
            """)
                .query((row, number) ->
                        new Unopened(row.getString(1), row.getString(2), Sql.instant(row, 3), Sql.instant(row, 4)))
                .list();
    }

    /** Those that ended since yesterday: whoever has not said it by then does not say it. */
    private List<Unexplained> unexplained(Instant now) {
        return jdbc.sql("""
            select id, holder from promise
            where holder is not null and state = 'broken' and reason is null and ended_at > ?
            order by ended_at, id
            """)
                .param(Sql.time(now.minus(Duration.ofDays(1))))
                .query((row, number) -> new Unexplained(row.getObject(1, UUID.class), row.getString(2)))
                .list();
    }
}
