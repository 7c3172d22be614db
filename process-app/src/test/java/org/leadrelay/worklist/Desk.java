package org.leadrelay.worklist;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;
import org.leadrelay.process.EngineDriver;
import org.leadrelay.testing.Cast;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Puts tasks on the desks of a small company: Ada and Ben in one team, Chloe in another, each team
 * with its manager.
 */
public final class Desk {

    static final Instant CREATED = Instant.parse("2026-03-02T09:00:00Z");

    private final Errands errands;
    private final JdbcClient jdbc;
    private final Clock clock;

    Desk(Errands errands, JdbcClient jdbc, Clock clock) {
        this.errands = errands;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Everybody the tests talk of. */
    static void staff(Cast cast) {
        cast.person("mary", "marketing");
        cast.person("mike", "marketing");
        cast.person("ada", "sales-rep");
        cast.person("ben", "sales-rep");
        cast.person("chloe", "sales-rep");
        cast.person("boss", "sales-manager");
        cast.person("other-boss", "sales-manager");
        cast.person("judge", "arbiter");
        cast.person("both", "arbiter", "marketing");
        cast.person("watcher", "auditor");
        cast.person("owner", "process-owner");
        cast.person("admin", "administrator");
        cast.team("Inbound", "ada", "ben", "boss");
        cast.team("Field", "chloe", "other-boss");
    }

    public UUID lead(String name, String company, String source) {
        UUID id = UUID.randomUUID();
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        jdbc.sql("""
            insert into lead (id, name, company, source, origin, external_id, search, created_at, captured_at)
            values (?, ?, ?, ?, 'test', ?, ?, ?, ?)
            """)
                .params(
                        id,
                        name,
                        company,
                        source,
                        id.toString().substring(0, 8),
                        (name + " " + company).toLowerCase(Locale.ROOT),
                        now,
                        now)
                .update();
        jdbc.sql("""
            insert into journey (id, lead_id, number, cause, started_at) values (?, ?, 1, 'captured', ?)
            """).params(UUID.randomUUID(), id, now).update();
        return id;
    }

    public UUID lead() {
        return lead("Somebody", "Some company", "Webinar");
    }

    String task(String role, String assignee) {
        return task(lead(), "Activity_Of_" + role, role, assignee, "normal", Duration.ofHours(2));
    }

    public String task(UUID lead, String step, String role, String assignee, String priority, Duration dueIn) {
        return errands.open(
                lead,
                step,
                role,
                assignee,
                priority,
                dueIn == null ? null : clock.instant().plus(dueIn));
    }

    /** A deadline takes the task away. */
    void takeAway(String taskId) {
        errands.takeAway(taskId);
    }

    @TestConfiguration(proxyBeanMethods = false)
    public static class Furniture {

        @Bean
        @Primary
        CollidingTasks collidingTasks(@Qualifier("tasksAdapter") EngineTasks engine) {
            return new CollidingTasks(engine);
        }

        @Bean
        Errands errands(EngineDriver engine, Clock clock) {
            return new Errands(engine, clock);
        }

        @Bean
        Desk desk(Errands errands, JdbcClient jdbc, Clock clock) {
            return new Desk(errands, jdbc, clock);
        }
    }
}
