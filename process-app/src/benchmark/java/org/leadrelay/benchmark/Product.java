package org.leadrelay.benchmark;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.camunda.bpm.engine.ManagementService;
import org.leadrelay.access.Roles;
import org.leadrelay.assignment.Reps;
import org.leadrelay.lead.Capture;
import org.leadrelay.lead.Field;
import org.leadrelay.lead.Journeys;
import org.leadrelay.lead.LeadCapture;
import org.leadrelay.lead.Origin;
import org.leadrelay.testing.Cast;
import org.leadrelay.worklist.TaskCommands;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;

/** The product, through the services that REST, import and screens call. */
@TestComponent
class Product extends Contender {

    private static final List<String> REPS = List.of("ada", "ben", "cleo", "dan");
    private static final int PLACES = 50_000;

    private final LeadCapture leads;
    private final Journeys journeys;
    private final TaskCommands work;
    private final Cast cast;
    private final Reps reps;
    private final Map<String, SecurityContext> people = new ConcurrentHashMap<>();
    private final AtomicLong captured = new AtomicLong();

    Product(
            JdbcClient jdbc,
            ManagementService management,
            LeadCapture leads,
            Journeys journeys,
            TaskCommands work,
            Cast cast,
            Reps reps) {
        super(jdbc, management);
        this.leads = leads;
        this.journeys = journeys;
        this.work = work;
        this.cast = cast;
        this.reps = reps;
    }

    /** Four reps in one team, with room for all that comes. */
    void stage() {
        REPS.forEach(rep -> cast.person(rep, Roles.SALES_REP));
        cast.person("max", Roles.SALES_MANAGER);
        cast.team("Inbound", "ada", "ben", "cleo", "dan", "max");
        cast.actingAs("max");
        REPS.forEach(rep -> reps.setCapacity(rep, PLACES));
        for (String rep : REPS) {
            cast.actingAs(rep);
            people.put(rep, SecurityContextHolder.getContext());
        }
        cast.actingAsNobody();
    }

    /** Of fit A and maturity 3: handed off at once. */
    @Override
    UUID capture() {
        return capture("17");
    }

    /** Of fit A and maturity 2: marketing qualifies it. */
    UUID captureToQualify() {
        return capture("14");
    }

    private UUID capture(String activityScore) {
        long number = captured.incrementAndGet();
        Map<Field, String> fields = Map.of(
                Field.NAME,
                "Grace Example " + number,
                Field.EMAIL,
                "grace" + number + "@works.example",
                Field.PHONE,
                "+49 30 " + (20_000_000 + number),
                Field.COMPANY,
                "Example Works",
                Field.COUNTRY,
                "DE",
                Field.SOURCE,
                "Web",
                Field.EXTERNAL_ID,
                "B-" + number,
                Field.PROFILE_SCORE,
                "19",
                Field.ACTIVITY_SCORE,
                activityScore);
        return leads.capture(
                        new Capture(fields, List.of(), List.of(), null),
                        new Origin("benchmark", Origin.Kind.API, "Web", "benchmark", null))
                .leadId();
    }

    @Override
    void complete(OpenTask task, Map<String, Object> answers) {
        SecurityContextHolder.setContext(people.get(task.assignee()));
        try {
            work.complete(task.id(), answers);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    @Override
    boolean won(UUID lead) {
        return "won".equals(journeys.of(lead).get(0).end());
    }
}
