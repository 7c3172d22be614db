package org.leadrelay.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.People;
import org.leadrelay.access.Person;
import org.leadrelay.access.Roles;
import org.leadrelay.lead.KnownElement;
import org.leadrelay.platform.ProductException;
import org.leadrelay.platform.Sql;
import org.leadrelay.workingtime.BusinessCalendar;
import org.leadrelay.worklist.TaskCommands;
import org.leadrelay.worklist.TaskDetail;
import org.leadrelay.worklist.TaskQueries;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Simulation of people at work: in their business hours they answer their inbox, most in time, some too late.
 * They use the services that the screens use, so nothing is possible here that is not possible there.
 */
final class SimulatedStaff {

    private static final Logger LOG = LoggerFactory.getLogger(SimulatedStaff.class);

    /** How often somebody looks into the inbox. */
    private static final Duration ROUND = Duration.ofMinutes(30);

    private static final Duration COFFEE = Duration.ofMinutes(7);

    private static final int DESKS = 3;

    private final CurrentPerson current;
    private final People people;
    private final TaskQueries worklist;
    private final TaskCommands work;
    private final JdbcClient jdbc;
    private final Function<String, BusinessCalendar> hours;
    private final SimulatedAnswers answers = new SimulatedAnswers();
    private final long seed;

    /**
     * @param hours the business hours of a login
     */
    SimulatedStaff(
            CurrentPerson current,
            People people,
            TaskQueries worklist,
            TaskCommands work,
            JdbcClient jdbc,
            Function<String, BusinessCalendar> hours,
            long seed) {
        this.current = current;
        this.people = people;
        this.worklist = worklist;
        this.work = work;
        this.jdbc = jdbc;
        this.hours = hours;
        this.seed = seed;
    }

    private record Pending(
            String id,
            UUID lead,
            String step,
            String role,
            @Nullable String assignee,
            Instant from,
            Instant due) {}

    /**
     * Everybody who is at work looks into the inbox once; says how many tasks were answered.
     *
     * @param present whether a login is at work these days
     */
    int round(Instant now, Predicate<String> present) {
        Map<String, Boolean> open = new HashMap<>();
        Map<String, List<String>> byRole = new HashMap<>();
        List<Callable<Boolean>> turns = new ArrayList<>();
        for (Pending task : pending()) {
            Random chance = new Random(seed ^ (task.id().hashCode() * 0x9E3779B97F4A7C15L));
            String login = who(task, byRole, chance);
            if (login != null
                    && !now.isBefore(moment(task, login, chance))
                    && open.computeIfAbsent(login, each -> isAtWork(each, now, present))) {
                List<String> able = able(task, login, byRole).stream()
                        .filter(each -> open.computeIfAbsent(each, one -> isAtWork(one, now, present)))
                        .toList();
                turns.add(() -> able.stream().anyMatch(each -> answer(task, each, now, chance)));
            }
        }
        return atOnce(turns);
    }

    /** People do not wait for each other. */
    private static int atOnce(List<Callable<Boolean>> turns) {
        ExecutorService desks = Executors.newFixedThreadPool(DESKS);
        try {
            int answered = 0;
            for (Future<Boolean> done : desks.invokeAll(turns)) {
                answered += done.get() ? 1 : 0;
            }
            return answered;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while people answered", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a task could not be answered", e);
        } finally {
            desks.shutdown();
        }
    }

    /** When the next round is worth while: nobody answers in the second in which the day begins. */
    Instant next(Instant now) {
        Instant soon = now.plus(ROUND);
        return people.all().stream()
                .map(each -> hours.apply(each.login()).nextOpening(soon))
                .min(Instant::compareTo)
                .map(opening -> opening.equals(soon) ? soon : opening.plus(COFFEE))
                .orElse(soon);
    }

    private boolean isAtWork(String login, Instant now, Predicate<String> present) {
        return present.test(login) && hours.apply(login).nextOpening(now).equals(now);
    }

    private @Nullable String who(Pending task, Map<String, List<String>> byRole, Random chance) {
        List<String> all = byRole.computeIfAbsent(task.role(), people::loginsByRole);
        int drawn = all.isEmpty() ? 0 : chance.nextInt(all.size());
        // One marketer looks after a lead, so that another can judge its rejections.
        int keeps = task.role().equals(Roles.MARKETING) ? task.lead().hashCode() : drawn;
        String any = all.isEmpty() ? null : all.get(Math.floorMod(keeps, all.size()));
        return task.assignee() == null ? any : task.assignee();
    }

    /** Whoever took part in a case leaves it to a colleague. */
    private static List<String> able(Pending task, String login, Map<String, List<String>> byRole) {
        List<String> able = new ArrayList<>();
        able.add(login);
        if (task.assignee() == null) {
            byRole.getOrDefault(task.role(), List.of()).stream()
                    .filter(each -> !each.equals(login))
                    .forEach(able::add);
        }
        return able;
    }

    /** Most are answered well before they are due, a fifth when it is late, a few very late. */
    private Instant moment(Pending task, String login, Random chance) {
        Duration given = Duration.between(task.from(), task.due());
        Duration whole = given.compareTo(Duration.ofDays(14)) > 0 ? Duration.ofDays(7) : given;
        double pace = 0.7 + Math.floorMod(login.hashCode(), 7) * 0.08;
        double luck = chance.nextDouble();
        double share = luck < 0.84 ? 0.05 + chance.nextDouble() * 0.8 : 1 + chance.nextDouble() * 1.5;
        return task.from().plusSeconds((long) (whole.toSeconds() * share * pace));
    }

    private boolean answer(Pending task, String login, Instant now, Random chance) {
        try {
            Person person = people.get(login);
            Locale language = person.language().locale();
            return current.as(people.actor(person), () -> {
                TaskDetail opened = worklist.task(task.id());
                if (!SimulatedAnswers.possible(opened.form())) {
                    return false;
                }
                Random mood = new Random(chance.nextLong() ^ now.getEpochSecond());
                if (opened.mayAsk() && mood.nextInt(14) == 0) {
                    work.ask(task.id(), SimulatedNotes.any(SimulatedNotes.QUESTION, language, mood));
                    return true;
                }
                if (mood.nextInt(9) == 0) {
                    work.comment(task.id(), SimulatedNotes.any(SimulatedNotes.COMMENT, language, mood));
                }
                LocalDate today = now.atZone(hours.apply(login).zone()).toLocalDate();
                work.complete(task.id(), answers.to(task.step(), opened.form(), today, language, chance));
                return true;
            });
        } catch (ProductException refused) {
            LOG.debug("{} could not answer {}: {}", login, task, refused.getMessage());
            return false;
        }
    }

    /** Somebody asks marketing and has no answer yet, as somebody always does; where one waits already, nobody. */
    void leaveAQuestion() {
        List<Pending> all = pending();
        if (all.stream().noneMatch(each -> each.step().equals(KnownElement.ANSWER_QUESTION.id()))) {
            boolean unused = all.stream().anyMatch(this::asks);
        }
    }

    private boolean asks(Pending task) {
        String login = task.assignee();
        if (login == null) {
            return false;
        }
        Person person = people.get(login);
        try {
            return current.as(people.actor(person), () -> {
                if (!worklist.task(task.id()).mayAsk()) {
                    return false;
                }
                Locale language = person.language().locale();
                work.ask(task.id(), SimulatedNotes.any(SimulatedNotes.QUESTION, language, new Random(seed)));
                return true;
            });
        } catch (ProductException refused) {
            LOG.debug("{} could not ask about {}: {}", login, task, refused.getMessage());
            return false;
        }
    }

    private List<Pending> pending() {
        return jdbc.sql("""
            select task_id, lead_id, step, role, assignee, created_at, due from task_item
            where not waiting order by created_at, task_id
            """)
                .query((row, number) -> new Pending(
                        row.getString(1),
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        Sql.instant(row, 6),
                        Sql.instant(row, 7)))
                .list();
    }
}
