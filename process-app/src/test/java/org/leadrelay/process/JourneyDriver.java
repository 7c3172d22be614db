package org.leadrelay.process;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.leadrelay.lead.Attribute;
import org.leadrelay.lead.Capture;
import org.leadrelay.lead.Field;
import org.leadrelay.lead.LeadCapture;
import org.leadrelay.lead.LeadCommands;
import org.leadrelay.lead.Origin;
import org.leadrelay.lead.Signal;
import org.leadrelay.testing.Cast;
import org.leadrelay.testing.SettableClock;
import org.leadrelay.worklist.TaskCommands;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Drives a journey by hand: captures a lead, runs the jobs of one lead, fires a timer at its own
 * instant, answers a task as a person. What it cannot do, it refuses loudly; it never waits.
 */
@TestComponent
public class JourneyDriver {

    /** Who acts for marketing in every test. */
    public static final String MARKETER = "mara";

    private static final int MOST_ROUNDS = 50;

    private final LeadCapture leads;
    private final LeadCommands life;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final TaskCommands work;
    private final Cast cast;
    private final SettableClock clock;
    private final JdbcClient jdbc;

    JourneyDriver(
            LeadCapture leads,
            LeadCommands life,
            RuntimeService runtime,
            ManagementService management,
            TaskCommands work,
            Cast cast,
            SettableClock clock,
            JdbcClient jdbc) {
        this.leads = leads;
        this.life = life;
        this.runtime = runtime;
        this.management = management;
        this.work = work;
        this.cast = cast;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    /** Both clocks, the product's and the engine's, stand here from now on. */
    public void setClock(Instant instant) {
        clock.set(instant);
        ClockUtil.setCurrentTime(java.util.Date.from(instant));
    }

    public void advance(Duration duration) {
        setClock(clock.instant().plus(duration));
    }

    /** Captures a lead of these fields and runs it to its first wait. */
    public UUID capture(Map<Field, String> fields) {
        return capture(fields, List.of());
    }

    /** Captures a lead with attributes that match no known field, too. */
    public UUID capture(Map<Field, String> fields, List<Attribute> attributes) {
        EnumMap<Field, String> all = new EnumMap<Field, String>(fields);
        all.putIfAbsent(Field.EXTERNAL_ID, UUID.randomUUID().toString());
        UUID lead = leads.capture(
                        new Capture(all, attributes, List.of(), null),
                        new Origin("tests", Origin.Kind.API, "Web", "tests", null))
                .leadId();
        runJobs(lead);
        return lead;
    }

    /**
     * Runs what is due of this lead, as often as something new comes due, without moving the clock.
     */
    public void runJobs(UUID lead) {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            List<Job> due = jobs(lead).stream()
                    .filter(job -> !(job instanceof TimerEntity))
                    .toList();
            if (due.isEmpty()) {
                return;
            }
            due.forEach(job -> management.executeJob(job.getId()));
        }
        throw new AssertionError("the jobs of lead " + lead + " do not come to an end");
    }

    /** Moves the clocks to the instant of this timer, fires it, and runs what follows. */
    public void fire(UUID lead, String timer) {
        Job job = jobs(lead).stream()
                .filter(each -> each instanceof TimerEntity && timer.equals(element(each)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no timer " + timer + " runs, but " + timers(lead)));
        Instant due = job.getDuedate().toInstant();
        if (due.isAfter(clock.instant())) {
            setClock(due);
        }
        management.executeJob(job.getId());
        runJobs(lead);
    }

    /** Fires the timer and nothing that follows it. */
    public void fireAlone(UUID lead, String timer) {
        management.executeJob(timer(lead, timer).getId());
    }

    /** Answers the open task of this step as this person, and runs what follows. */
    public void answer(UUID lead, String step, String login, Map<String, ?> answers) {
        cast.actingAs(login);
        try {
            work.complete(task(lead, step), answers);
        } finally {
            cast.actingAsNobody();
        }
        runJobs(lead);
    }

    /** The buyer shows interest; what waits for it goes on. */
    public void engage(UUID lead, Signal.Kind kind) {
        engage(lead, new Signal(kind, null, "tests"));
    }

    public void engage(UUID lead, Signal signal) {
        cast.actingAs(MARKETER);
        try {
            life.signal(lead, signal);
        } finally {
            cast.actingAsNobody();
        }
        runJobs(lead);
    }

    /** Marketing withdraws the lead. */
    public void withdraw(UUID lead) {
        cast.actingAs(MARKETER);
        try {
            life.withdraw(lead, "asked to be left alone");
        } finally {
            cast.actingAsNobody();
        }
        runJobs(lead);
    }

    /** A rep asks marketing from this task. */
    public void ask(UUID lead, String step, String login) {
        cast.actingAs(login);
        try {
            work.ask(task(lead, step), "Which product is it about?");
        } finally {
            cast.actingAsNobody();
        }
    }

    /** Who holds the open task of this step. */
    public String assignee(UUID lead, String step) {
        return jdbc.sql("select assignee from task_item where lead_id = ? and step = ?")
                .params(lead, step)
                .query((row, n) -> row.getString(1))
                .list()
                .get(0);
    }

    /** The id of the open task of this step. */
    public String task(UUID lead, String step) {
        return jdbc.sql("select task_id from task_item where lead_id = ? and step = ?")
                .params(lead, step)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new AssertionError("no task " + step + " is open, the lead is at " + step(lead)));
    }

    /** Where the lead stands, or null when its journey has ended. */
    public String step(UUID lead) {
        return jdbc.sql("select step from journey where lead_id = ? and ended_at is null")
                .param(lead)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    /** How the last journey ended, or null while it runs. */
    public String end(UUID lead) {
        return jdbc.sql("select end_kind from journey where lead_id = ? order by number desc limit 1")
                .param(lead)
                .query((row, n) -> row.getString(1))
                .list()
                .get(0);
    }

    public ProcessInstance journey(UUID lead) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(lead.toString(), ModelContract.LEAD_JOURNEY)
                .singleResult();
    }

    /** When this timer is due. */
    public Instant due(UUID lead, String timer) {
        return timer(lead, timer).getDuedate().toInstant();
    }

    /** The day of the clock. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    public List<String> timers(UUID lead) {
        return jobs(lead).stream()
                .filter(TimerEntity.class::isInstance)
                .map(this::element)
                .toList();
    }

    private Job timer(UUID lead, String timer) {
        return jobs(lead).stream()
                .filter(each -> each instanceof TimerEntity && timer.equals(element(each)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no timer " + timer + " runs, but " + timers(lead)));
    }

    private String element(Job job) {
        return management
                .createJobDefinitionQuery()
                .jobDefinitionId(job.getJobDefinitionId())
                .singleResult()
                .getActivityId();
    }

    private List<Job> jobs(UUID lead) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(lead.toString()).list().stream()
                .flatMap(instance -> management.createJobQuery().processInstanceId(instance.getId()).list().stream())
                .toList();
    }
}
