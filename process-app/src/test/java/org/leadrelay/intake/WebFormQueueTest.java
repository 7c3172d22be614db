package org.leadrelay.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Actor;
import org.leadrelay.access.Roles;
import org.leadrelay.lead.Capture;
import org.leadrelay.lead.Field;
import org.leadrelay.lead.LeadCommands;
import org.leadrelay.testing.Cast;
import org.leadrelay.testing.ProductTest;
import org.leadrelay.testing.SettableClock;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@ProductTest
class WebFormQueueTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    WebFormQueue queue;

    @Autowired
    ReturnAddresses returns;

    @Autowired
    LeadCommands life;

    @Autowired
    Cast cast;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    private final String run = UUID.randomUUID().toString();

    @BeforeEach
    @AfterEach
    void nothingWaits() {
        cast.actingAsNobody();
        queue.sweep();
    }

    /** What somebody outside sees of an answer, and what the product did until it was given. */
    record Answer(int status, Map<String, Object> headers, String body, List<String> statements) {}

    @Test
    void answer_and_work_until_it_are_the_same_whoever_the_form_is_about() throws Exception {
        // given
        String known = address("known");
        String objected = address("objected");
        String withdrawn = address("withdrawn");
        String twice = address("twice");
        form("email", known, "company", "Sea");
        form("email", objected, "emailOptOut", "1");
        form("email", withdrawn);
        form("email", twice, "last_name", "Same");
        queue.sweep();
        cast.actingAs(cast.person("marketing-of-the-queue", Roles.MARKETING));
        life.withdraw(lead(withdrawn), "asked us to");
        cast.actingAsNobody();

        // when
        Map<String, Answer> answers = new LinkedHashMap<>();
        answers.put("unknown", form("email", address("unknown")));
        answers.put("known", form("email", known, "company", "Land"));
        answers.put("objected", form("email", objected));
        answers.put("objects", form("email", known, "emailOptOut", "1"));
        answers.put("withdrawn", form("email", withdrawn));
        answers.put("repeated", form("email", twice, "last_name", "Same"));
        answers.put("by phone", form("phone", "030 9018203"));

        // then
        assertThat(answers.get("unknown").statements())
                .singleElement()
                .asString()
                .contains("insert into web_form_submission");
        assertThat(answers.values().stream().distinct()).as("%s", answers).hasSize(1);
    }

    @Test
    void the_way_back_to_the_page_is_the_same_too() throws Exception {
        // given
        returns.allow("https://www.queue.example/thanks", Actor.SYSTEM);
        String back = "https://www.queue.example/thanks";
        String known = address("back");
        form("email", known);
        queue.sweep();

        // when
        Answer ofKnown = form("email", known, "retURL", back);
        Answer ofUnknown = form("email", address("front"), "retURL", back);

        // then
        assertThat(ofKnown.status()).isEqualTo(303);
        assertThat(ofKnown).isEqualTo(ofUnknown);
    }

    @Test
    void what_is_wrong_is_said_the_same_way_of_known_and_unknown_addresses() throws Exception {
        // given
        String known = address("wrong");
        form("email", known);
        queue.sweep();

        // when
        Answer ofKnown = form("email", known, "company", "x".repeat(300));
        Answer ofUnknown = form("email", address("right"), "company", "x".repeat(300));

        // then
        assertThat(ofKnown.status()).isEqualTo(422);
        assertThat(ofKnown).isEqualTo(ofUnknown);
        assertThat(waiting()).isZero();
    }

    @Test
    void a_form_is_stored_when_its_answer_comes_and_forms_are_taken_in_as_they_came() throws Exception {
        // given
        String email = address("order");
        form("email", email, "city", "Ulm");
        form("email", email, "city", "Bonn");
        assertThat(waiting()).as("a node that dies now loses nothing").isEqualTo(2);

        // when
        int taken = queue.sweep();

        // then
        assertThat(taken).isEqualTo(2);
        assertThat(waiting()).isZero();
        assertThat(fact(lead(email), "city")).isEqualTo("Ulm");
        assertThat(queue.sweep()).isZero();
    }

    @Test
    void what_fails_is_kept_and_tried_again_and_holds_up_nobody() throws Exception {
        // given
        String failing = address("failing");
        String behind = address("behind");
        form("email", failing);
        jdbc.sql("update web_form_submission set capture = '{\"fields\": {\"NO_FIELD\": \"x\"}}'")
                .update();
        form("email", behind);

        // when
        int taken = queue.sweep();

        // then
        assertThat(taken).isEqualTo(1);
        assertThat(lead(behind)).isNotNull();
        assertThat(waiting()).isEqualTo(1);
        assertThat(queue.sweep()).as("not before its pause is over").isZero();
        assertThat(queue.nextDue(clock.instant())).contains(clock.instant().plus(Duration.ofSeconds(10)));

        // and when its cause is mended
        jdbc.sql("update web_form_submission set capture = cast(? as json)")
                .param("{\"fields\": {\"EMAIL\": \"%s\"}, \"attributes\": [], \"statements\": []}".formatted(failing))
                .update();
        clock.advance(Duration.ofSeconds(11));
        assertThat(queue.sweep()).isEqualTo(1);
        assertThat(lead(failing)).isNotNull();
    }

    @Test
    void two_nodes_take_each_form_once() throws Exception {
        // given
        for (int i = 0; i < 20; i++) {
            queue.add(new Capture(Map.of(Field.EMAIL, address("node" + i)), List.of(), List.of(), null));
        }

        // when
        CompletableFuture<Integer> one = CompletableFuture.supplyAsync(queue::sweep);
        CompletableFuture<Integer> other = CompletableFuture.supplyAsync(queue::sweep);

        // then
        assertThat(one.get() + other.get()).isEqualTo(20);
        assertThat(jdbc.sql("""
            select count(*) from lead_capture c
            join lead l on l.id = c.lead_id where l.email like ?
            """).param("node%" + run + "%").query(Integer.class).single())
                .isEqualTo(20);
    }

    private Answer form(String... fields) throws Exception {
        MockHttpServletRequestBuilder request = post("/intake/web-to-lead")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .with(from -> {
                    // Its own, for the limit counts by address.
                    from.setRemoteAddr("10.1.0.29");
                    return from;
                });
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        List<String> statements = new ArrayList<>();
        MockHttpServletResponse response =
                listening(statements, () -> mvc.perform(request).andReturn().getResponse());
        Map<String, Object> headers = new TreeMap<>();
        response.getHeaderNames().forEach(name -> headers.put(name, response.getHeaders(name)));
        return new Answer(response.getStatus(), headers, response.getContentAsString(), List.copyOf(statements));
    }

    private interface Request {
        MockHttpServletResponse send() throws Exception;
    }

    /** Every statement of JDBC and JPA goes through one of two loggers. */
    private static MockHttpServletResponse listening(List<String> statements, Request request) throws Exception {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        ListAppender<ILoggingEvent> appender = new ListAppender<>();
        appender.start();
        List<Logger> loggers = List.of(
                context.getLogger("org.springframework.jdbc.core.JdbcTemplate"),
                context.getLogger("org.hibernate.SQL"));
        loggers.forEach(each -> listen(each, appender));
        try {
            return request.send();
        } finally {
            loggers.forEach(each -> {
                each.detachAppender(appender);
                each.setLevel(null);
                each.setAdditive(true);
            });
            appender.list.stream()
                    .map(ILoggingEvent::getFormattedMessage)
                    .filter(each -> each.contains("["))
                    .forEach(statements::add);
        }
    }

    private static void listen(Logger logger, ListAppender<ILoggingEvent> appender) {
        logger.setLevel(Level.DEBUG);
        logger.setAdditive(false);
        logger.addAppender(appender);
    }

    private String address(String name) {
        return name + "." + run + "@visitor.example";
    }

    private UUID lead(String email) {
        return jdbc.sql("select id from lead where email = ?")
                .param(email)
                .query(UUID.class)
                .single();
    }

    private int waiting() {
        return jdbc.sql("select count(*) from web_form_submission")
                .query(Integer.class)
                .single();
    }

    private String fact(UUID lead, String name) {
        return jdbc.sql("select value from lead_fact where lead_id = ? and name = ?")
                .params(lead, name)
                .query(String.class)
                .single();
    }
}
