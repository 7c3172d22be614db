package org.leadrelay.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.Mandate;
import org.leadrelay.access.People;
import org.leadrelay.access.Roles;
import org.leadrelay.assignment.AbsenceHandling;
import org.leadrelay.assignment.Attendance;
import org.leadrelay.assignment.Reps;
import org.leadrelay.assignment.Skills;
import org.leadrelay.charter.CharterContent;
import org.leadrelay.charter.CharterDrafts;
import org.leadrelay.charter.CharterVersion;
import org.leadrelay.charter.Clause;
import org.leadrelay.charter.KnownClause;
import org.leadrelay.charter.SignOff;
import org.leadrelay.platform.ConditionalOnDemo;
import org.leadrelay.platform.Sql;
import org.leadrelay.workingtime.WorkAmount;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Simulation of those who decide for others, before the first lead of the demo's past comes: reps get limits,
 * skills and holidays of their own, so that each hand-off has something to weigh, and both heads sign a second
 * version of the charter, which takes effect a fortnight later.
 */
@Component
@ConditionalOnDemo
final class SimulatedManagers {

    private static final String SECOND = "Quicker answers";

    private static final Period SIGNED_AHEAD = Period.ofDays(14);

    private final CurrentPerson current;
    private final People people;
    private final Reps reps;
    private final Skills skills;
    private final Attendance attendance;
    private final CharterDrafts drafts;
    private final SignOff signOff;
    private final JdbcClient jdbc;

    SimulatedManagers(
            CurrentPerson current,
            People people,
            Reps reps,
            Skills skills,
            Attendance attendance,
            CharterDrafts drafts,
            SignOff signOff,
            JdbcClient jdbc) {
        this.current = current;
        this.people = people;
        this.reps = reps;
        this.skills = skills;
        this.attendance = attendance;
        this.drafts = drafts;
        this.signOff = signOff;
        this.jdbc = jdbc;
    }

    /** Does once what is done before the first day; a start that goes on with the past finds it done. */
    void begin(ZonedDateTime first, Duration past) {
        Instant now = first.toInstant();
        if (jdbc.sql("select not exists (select 1 from rep_skill)")
                .query(Boolean.class)
                .single()) {
            as(Roles.SALES_MANAGER, () -> staff(now, past));
        }
        if (jdbc.sql("select count(*) from charter").query(Long.class).single() == 1) {
            LocalDate monday =
                    first.toLocalDate().plus(SIGNED_AHEAD).with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
            agree(monday.atStartOfDay(first.getZone()).toInstant());
        }
    }

    /** Who is away at an instant. */
    Set<String> away(Instant now) {
        return new HashSet<>(
                jdbc.sql("select login from rep_absence where from_at <= ? and (until_at is null or until_at > ?)")
                        .params(Sql.time(now), Sql.time(now))
                        .query(String.class)
                        .list());
    }

    /** An experienced rep, one in part time, one for partners and one for the large accounts, and a beginner. */
    private void staff(Instant now, Duration past) {
        reps.setLimits(Roles.SALES_REP, 8, null, null);
        reps.setLimits("ada", 18, null, null);
        reps.setLimits("ben", 6, 4, "week");
        reps.setLimits("chloe", 14, null, null);
        reps.setLimits("dmitri", 10, 3, "day");
        skills.of("ada", Set.of("enterprise"));
        skills.of("chloe", Set.of("partner"));
        skills.of("dmitri", Set.of("partner", "enterprise"));
        Instant thirdWeek = now.plus(Duration.ofDays(16));
        attendance.away("ben", thirdWeek, thirdWeek.plus(Duration.ofDays(7)), "ada", AbsenceHandling.DEPUTY);
        Instant ahead = now.plus(past).plus(Duration.ofDays(3));
        attendance.away("chloe", ahead, ahead.plus(Duration.ofDays(5)), "dmitri", AbsenceHandling.STAY);
    }

    private void agree(Instant from) {
        CharterVersion[] proposed = new CharterVersion[1];
        as(Roles.PROCESS_OWNER, () -> {
            CharterVersion begun = drafts.begin();
            CharterVersion written = drafts.edit(begun.edition(), quicker(begun.provisions()));
            proposed[0] = drafts.propose(written.edition(), from);
        });
        int version = proposed[0].version();
        String hash = proposed[0].contentHash();
        as("head-of-marketing", () -> signOff.sign(version, Mandate.HEAD_OF_MARKETING, hash, false));
        as("head-of-sales", () -> signOff.sign(version, Mandate.HEAD_OF_SALES, hash, false));
    }

    /** Hand-offs of normal priority are answered sooner. */
    private static CharterContent quicker(CharterContent said) {
        List<Clause> clauses = new ArrayList<>(said.clauses());
        clauses.replaceAll(each -> each.name().equals(KnownClause.ANSWER_HAND_OFF.id())
                ? new Clause(
                        each.name(),
                        each.words(),
                        each.who(),
                        each.element(),
                        each.high(),
                        WorkAmount.parse("PT1H30M"),
                        each.low(),
                        each.reminderShare())
                : each);
        return said.rewriting().name(SECOND).clauses(clauses).text();
    }

    private void as(String login, Runnable work) {
        current.as(people.actor(people.get(login)), () -> {
            work.run();
            return true;
        });
    }
}
