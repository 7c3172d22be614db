package org.leadrelay.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.patch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.leadrelay.access.Roles;
import org.leadrelay.platform.CollisionRetry;
import org.leadrelay.platform.Sweep;
import org.leadrelay.process.engine.DrainingExecutor;
import org.leadrelay.testing.Cast;
import org.leadrelay.testing.ProductTest;
import org.leadrelay.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/**
 * Two hundred fresh leads, each withdrawn, merged, corrected and reassigned at once while the job
 * executor runs their jobs and freed places are given away: nobody is told of a collision.
 */
@ProductTest
@Import(JourneyDriver.class)
@TestPropertySource(properties = "leadrelay.jobs.enabled=true")
class FreshLeadsStressTest {

    private static final int PAIRS = 100;
    private static final int REQUESTS_AT_ONCE = 5;
    private static final List<String> REPS = List.of("ada", "ben", "chloe");

    @Autowired
    MockMvc http;

    @Autowired
    ObjectMapper json;

    @Autowired
    Cast cast;

    @Autowired
    JourneyDriver journeys;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    CollisionRetry retry;

    @Autowired
    JobExecutor jobExecutor;

    @Autowired
    DrainingExecutor jobThreads;

    @Autowired
    @Qualifier("dispatcher")
    Sweep dispatcher;

    private final ExecutorService people = Executors.newFixedThreadPool(REQUESTS_AT_ONCE);
    private final ExecutorService handOffs = Executors.newSingleThreadExecutor();
    private final AtomicBoolean over = new AtomicBoolean();
    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
    private final Random random = new Random(7);

    private record Answer(String deed, int status, String body) {}

    @BeforeEach
    void a_team() {
        journeys.setClock(SettableClock.MONDAY_MORNING);
        cast.person("sam", Roles.MARKETING, Roles.SALES_MANAGER);
        REPS.forEach(rep -> cast.person(rep, Roles.SALES_REP));
        cast.team("Inbound", "sam", "ada", "ben", "chloe");
    }

    @AfterEach
    void quiet() {
        over.set(true);
        people.shutdownNow();
        handOffs.shutdown();
        jobExecutor.shutdown();
        jobThreads.awaitIdle();
    }

    @Test
    @Timeout(120)
    void nobody_is_told_of_a_collision() throws Exception {
        // given
        Future<Integer> given = handOffs.submit(this::giveFreePlaces);
        long before = retry.repeated();
        long start = System.nanoTime();

        // when
        List<Future<?>> deeds = new ArrayList<>();
        for (int i = 0; i < PAIRS; i++) {
            UUID first = create(i, "a");
            UUID second = create(i, "b");
            for (Callable<Void> deed : deeds(first, second)) {
                deeds.add(people.submit(deed));
            }
        }
        for (Future<?> deed : deeds) {
            deed.get();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        over.set(true);

        // then
        System.out.printf(
                "%d fresh leads in %.1f s: %s; %d repeated, %d leads sent on to a rep%n",
                2 * PAIRS, seconds, counted(), retry.repeated() - before, given.get());
        assertThat(answers).extracting(Answer::status).allMatch(status -> status < 500);
        assertThat(answers)
                .filteredOn(each -> each.status() >= 400)
                .allMatch(each -> each.status() == 404 || isSomebodysDecision(each));
        assertThat(states()).isEqualTo(Map.of("merged", PAIRS));
        assertThat(failedJobs()).isEmpty();
    }

    /** Withdrawn, merged, corrected, reassigned: of each pair both, in any order. */
    private List<Callable<Void>> deeds(UUID first, UUID second) {
        List<Callable<Void>> deeds = new ArrayList<>();
        for (UUID lead : List.of(first, second)) {
            deeds.add(() -> send("withdraw", post("/api/leads/" + lead + "/withdraw"), "{}"));
            deeds.add(() -> send(
                    "correct",
                    patch("/api/leads/" + lead + "/facts"),
                    "{\"city\": \"Newtown\", \"email\": \"new" + lead + "@people.example\"}"));
            deeds.add(() -> reassign(lead));
            deeds.add(() -> merge(first, second, lead));
        }
        Collections.shuffle(deeds, random);
        return deeds;
    }

    private UUID create(int pair, String which) throws Exception {
        Map<String, Object> lead = Map.of(
                "externalId", "fresh-" + pair + which,
                "email", "fresh" + pair + which + "@people.example",
                "name", "Fresh Lead " + pair,
                "company", "Example Works",
                "phone", "+49 30 9018" + (2000 + pair),
                "profileScore", 19,
                "activityScore", 17);
        MockHttpServletResponse answer = answer(post("/api/leads"), json.writeValueAsString(lead));
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(201);
        return UUID.fromString(
                json.readTree(answer.getContentAsString()).get("leadId").asText());
    }

    private Void merge(UUID first, UUID second, UUID survivor) throws Exception {
        UUID pair = jdbc.sql("select id from duplicate_case where lead_a in (?, ?) and lead_b in" + " (?, ?)")
                .params(first, second, first, second)
                .query(UUID.class)
                .single();
        return send("merge", post("/api/duplicates/" + pair + "/merge"), "{\"survivor\": \"" + survivor + "\"}");
    }

    /** As soon as there is a task, unless the journey ends before. */
    private Void reassign(UUID lead) throws Exception {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(3);
        while (lives(lead) && System.nanoTime() < until) {
            Optional<String> task = jdbc.sql("select task_id from task_item where lead_id = ? and role = ?")
                    .params(lead, Roles.SALES_REP)
                    .query(String.class)
                    .optional();
            if (task.isPresent()) {
                String rep = REPS.get(Math.floorMod(lead.hashCode(), REPS.size()));
                return send(
                        "reassign", post("/api/tasks/" + task.get() + "/reassign"), "{\"assignee\": \"" + rep + "\"}");
            }
            Thread.onSpinWait();
        }
        answers.add(new Answer("nothing to reassign", 0, ""));
        return null;
    }

    private boolean lives(UUID lead) {
        return jdbc.sql("select exists (select from journey where lead_id = ? and ended_at is" + " null)")
                .param(lead)
                .query(Boolean.class)
                .single();
    }

    private Integer giveFreePlaces() {
        int sent = 0;
        while (!over.get()) {
            sent += dispatcher.sweep();
        }
        return sent;
    }

    private Void send(String deed, MockHttpServletRequestBuilder request, String body) throws Exception {
        MockHttpServletResponse answer = answer(request, body);
        answers.add(new Answer(deed, answer.getStatus(), answer.getContentAsString()));
        return null;
    }

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder request, String body) throws Exception {
        return http.perform(request.contentType(MediaType.APPLICATION_JSON)
                        .content(body)
                        .with(user("sam").roles(Roles.MARKETING, Roles.SALES_MANAGER)))
                .andReturn()
                .getResponse();
    }

    /** Somebody ended the journey, merged the pair, or ended the task: said in words. */
    private static boolean isSomebodysDecision(Answer answer) {
        return answer.status() == 409
                && (answer.body().contains("has ended already")
                        || answer.body().contains("has decided this already")
                        || answer.body().contains("has been merged into another lead")
                        || answer.body().contains("was taken away"));
    }

    private Map<String, Long> counted() {
        Map<String, Long> counts = new TreeMap<>();
        answers.forEach(each -> counts.merge(each.deed() + " " + each.status(), 1L, Long::sum));
        return counts;
    }

    private Map<String, Integer> states() {
        Map<String, Integer> states = new TreeMap<>();
        jdbc.sql("select state, count(*) from duplicate_case group by state").query(row -> {
            states.put(row.getString(1), row.getInt(2));
        });
        return states;
    }

    private List<String> failedJobs() {
        return jdbc.sql("""
            select handler_type_ || ': ' || exception_msg_ from act_ru_job
            where exception_msg_ is not null
            """).query(String.class).list();
    }
}
