package org.leadrelay.nurture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.leadrelay.testing.JournalAssert.assertThatLog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Roles;
import org.leadrelay.journal.Kind;
import org.leadrelay.mail.MailPost;
import org.leadrelay.mail.MailServer;
import org.leadrelay.mail.OutboxAdministration;
import org.leadrelay.mail.OutboxDrain;
import org.leadrelay.notification.NoticeCause;
import org.leadrelay.notification.NoticeSubjects;
import org.leadrelay.testing.Cast;
import org.leadrelay.testing.LeadRows;
import org.leadrelay.testing.OwnDatabase;
import org.leadrelay.testing.ProductTest;
import org.leadrelay.testing.SettableClock;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Touches handed to a marketing tool over HTTP, and what happens when the tool fails. */
@ProductTest
@OwnDatabase
class ExternalTouchTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
    Touches touches;

    @Autowired
    BeanFactory beans;

    @Autowired
    OutboxAdministration outbox;

    @Autowired
    NoticeSubjects subjects;

    @Autowired
    ToolHealth health;

    @Autowired
    Cast cast;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    private final ToolServer tool = ToolServer.started();
    private LeadRows leads;
    private ToolSender sender;
    private UUID lead;

    @BeforeEach
    void a_lead_with_an_address() {
        jdbc.sql("delete from mail_outbox").update();
        jdbc.sql("delete from notice").update();
        cast.person("mara", Roles.MARKETING);
        cast.person("root", Roles.ADMINISTRATOR);
        leads = new LeadRows(jdbc);
        lead = lead();
        sender = ToolPost.sender(beans, tool.settings());
    }

    @AfterEach
    void close() {
        cast.actingAsNobody();
        jdbc.sql("delete from mail_outbox").update();
        tool.close();
    }

    @Test
    void the_tool_gets_what_it_needs_to_write_and_nothing_else() throws Exception {
        // given
        jdbc.sql("update lead set first_name = 'Grace', last_name = 'Secret', phone = '+4930901820' where id = ?")
                .param(lead)
                .update();

        // when
        touch();
        assertThat(sender.send()).isEqualTo(1);

        // then
        ToolServer.Call call = tool.calls().get(0);
        assertThat(ToolServer.isSigned(call)).isTrue();
        assertThat(call.header("content-type")).isEqualTo("application/json");
        JsonNode body = JSON.readTree(call.body());
        assertThat(names(body)).containsExactly("type", "timestamp", "data");
        assertThat(names(body.get("data"))).containsExactly("touch", "lead", "track", "step", "to", "facts");
        assertThat(names(body.at("/data/to"))).containsExactly("email", "firstName", "language", "unsubscribe");
        assertThat(body.get("type").asText()).isEqualTo("touch.due");
        assertThat(body.at("/data/touch").asText()).isEqualTo(call.id());
        assertThat(body.at("/data/lead").asText()).isEqualTo(lead.toString());
        assertThat(body.at("/data/step").asText()).isEqualTo("welcome-2");
        assertThat(body.at("/data/to/email").asText()).isEqualTo(email(lead));
        assertThat(body.at("/data/to/unsubscribe").asText()).matches("http.*/u/[a-z2-7]{26}");
        assertThat(call.body()).doesNotContain("Secret", "901820");
        assertThat(row()).isEqualTo("sent null");
        assertThat(lastTouch()).isEqualTo("sent MAIL null");
        assertThat(toolLines()).containsExactly("taken");
    }

    @Test
    void a_link_to_unsubscribe_that_the_tool_got_is_the_persons_own_word() throws Exception {
        // given
        touch();
        sender.send();
        String link = JSON.readTree(tool.calls().get(0).body())
                .at("/data/to/unsubscribe")
                .asText();

        // when
        beans.getBean(Unsubscriptions.class)
                .choose(new MailToken(link.substring(link.lastIndexOf('/') + 1)), UnsubscribeChoice.ALL);

        // then
        touch();
        assertThat(lastTouch()).isEqualTo("skipped null noChannel");
    }

    @Test
    void an_objection_after_it_was_planned_keeps_it_from_leaving() {
        // given
        touch();
        leads.objects(lead);

        // when
        sender.send();

        // then
        assertThat(tool.calls()).isEmpty();
        assertThat(row()).isEqualTo("dropped mailNotPermitted");
        assertThat(lastTouch()).isEqualTo("skipped MAIL mailNotPermitted");
        assertThat(toolLines()).containsExactly("notHanded");
    }

    @Test
    void a_failure_that_passes_is_tried_again_under_the_same_id() {
        // given
        tool.answers(500, 200);
        touch();

        // when
        sender.send();

        // then
        assertThat(row()).isEqualTo("waiting toolDown");
        assertThat(sender.send()).as("it waits a little").isZero();

        // when
        clock.advance(Duration.ofSeconds(31));
        sender.send();

        // then
        assertThat(tool.calls()).hasSize(2);
        assertThat(tool.calls())
                .extracting(ToolServer.Call::id)
                .containsOnly(tool.calls().get(0).id());
        assertThat(tool.calls())
                .extracting(call -> call.header("webhook-timestamp"))
                .as("each sending has its own time, against a replay")
                .doesNotHaveDuplicates();
        assertThat(tool.calls()).allMatch(ToolServer::isSigned);
        assertThat(row()).isEqualTo("sent null");
        assertThat(notices()).isZero();
    }

    @Test
    void a_node_that_dies_while_it_sends_sends_again_under_the_same_id() {
        // given
        touch();

        // when
        OutboxDrain drain = beans.getBean(OutboxDrain.class);
        ToolDelivery delivery = ToolPost.delivery(beans, tool.settings());
        assertThatExceptionOfType(Error.class)
                .isThrownBy(() -> drain.all("mailer", mail -> delivery.write("mailer", mail), (mail, written) -> {
                    delivery.send("mailer", mail, written);
                    throw new Error("the node is killed before it commits");
                }));
        assertThat(row()).isEqualTo("waiting null");
        clock.advance(Duration.ofMinutes(3));
        sender.send();

        // then
        assertThat(tool.calls()).hasSize(2);
        assertThat(tool.calls())
                .extracting(ToolServer.Call::id)
                .containsOnly(tool.calls().get(0).id());
        assertThat(toolLines()).containsExactly("taken");
    }

    @Test
    void a_tool_that_hangs_is_left_alone_and_holds_up_no_other() {
        // given
        tool.hangs();
        try (ToolServer other = ToolServer.started()) {
            ToolSender both =
                    ToolPost.sender(beans, new ToolSettings(Map.of("mailer", tool.tool(), "other", other.tool())));
            touches.send(lead, "awareness", "external", "mailer/welcome-1");
            touches.send(lead(), "awareness", "external", "mailer/welcome-1");
            touches.send(lead(), "awareness", "external", "other/welcome-1");

            // when
            long began = System.nanoTime();
            int sent = both.send();

            // then
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
            assertThat(sent).isEqualTo(1);
            assertThat(tool.calls()).as("the second is not tried").hasSize(1);
            assertThat(other.calls()).hasSize(1);

            // when
            clock.advance(Duration.ofSeconds(20));
            both.send();

            // then
            assertThat(tool.calls()).as("it rests").hasSize(1);
        }
    }

    @Test
    void a_redirect_is_not_followed_and_given_up_as_wrong_settings() {
        // given
        tool.redirectsElsewhere();
        touch();

        // when
        sender.send();

        // then
        assertThat(tool.elsewhere()).isEmpty();
        assertThat(row()).isEqualTo("failed toolRedirected");
        assertThat(lastTouch()).isEqualTo("skipped MAIL toolRedirected");
    }

    @Test
    void of_two_gigabytes_nothing_is_read() {
        // given
        tool.answersTwoGigabytes();
        touch();

        // when
        long began = System.nanoTime();
        sender.send();

        // then
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
        assertThat(row()).isEqualTo("sent null");
        assertThat(tool.bytesWritten()).isLessThan(64L * 1024 * 1024);
    }

    @Test
    void a_refusal_is_seen_and_sent_again_it_is_made_after_all() {
        // given
        tool.answers(401, 200);
        touch();

        // when
        sender.send();

        // then
        assertThat(row()).isEqualTo("failed toolRefused");
        assertThat(lastTouch()).isEqualTo("skipped MAIL toolRefused");
        assertThat(toolLines()).containsExactly("notTaken");
        assertThat(notices()).as("marketing, and the two who keep the outbox").isEqualTo(3);
        assertThat(told("mara")).isEqualTo(lead.toString());
        assertThat(told("root")).isEqualTo("none");
        assertThat(sentence(Locale.ENGLISH))
                .isEqualTo("mailer: a touch was skipped in the last 24 hours, because the tool refused it");
        assertThat(sentence(Locale.GERMAN)).contains("eine Ansprache", "lehnte ab");
        assertThat(health.health().getDetails().toString()).contains("toolRefused");

        // when
        cast.actingAs("root");
        outbox.again(outbox.page("failed", 0, 10).items().get(0).id());
        cast.actingAsNobody();
        sender.send();

        // then
        assertThat(row()).isEqualTo("sent null");
        assertThat(lastTouch()).isEqualTo("sent MAIL null");
        assertThat(tool.calls())
                .extracting(ToolServer.Call::id)
                .containsOnly(tool.calls().get(0).id());
        assertThat(toolLines()).containsExactly("notTaken", "taken");
        assertThat(openNotices()).as("its cause is gone").isZero();
    }

    @Test
    void a_notice_stays_while_something_is_left_that_the_tool_did_not_take() {
        // given
        tool.answers(422, 200);
        touch();
        clock.advance(Duration.ofSeconds(1));
        touches.send(lead(), "awareness", "external", "mailer/welcome-1");

        // when
        sender.send();

        // then
        assertThat(states()).containsExactlyInAnyOrder("failed 1", "sent 1");
        assertThat(openNotices()).isEqualTo(3);

        // when
        cast.actingAs("root");
        outbox.drop(outbox.page("failed", 0, 10).items().get(0).id());
        cast.actingAsNobody();

        // then
        assertThat(lastTouch()).isEqualTo("skipped MAIL byAdministrator");
        assertThat(toolLines()).containsExactly("notTaken", "notHanded");
    }

    @Test
    void many_failures_are_told_once_a_day() {
        // given
        tool.answers(400);
        for (int i = 0; i < 20; i++) {
            touches.send(lead(), "awareness", "external", "mailer/welcome-1");
        }

        // when
        sender.send();

        // then
        assertThat(states()).containsExactly("failed 20");
        assertThat(notices()).isEqualTo(3);
        assertThat(sentence(Locale.ENGLISH)).contains("20 touches were skipped");
    }

    @Test
    void a_tool_that_nobody_configured_is_told_at_once() {
        // given
        touches.send(lead, "awareness", "external", "nobody/welcome-1");

        // when
        sender.send();

        // then
        assertThat(row()).isEqualTo("failed toolUnknown");
        assertThat(lastTouch()).isEqualTo("skipped MAIL toolUnknown");
        assertThat(notices()).isEqualTo(3);
    }

    @Test
    void after_a_day_without_an_answer_it_is_given_up_with_all_that_waited_as_long() {
        // given
        tool.answers(503);
        touch();
        touches.send(lead(), "awareness", "external", "mailer/welcome-1");

        // when
        for (int i = 0; i < 30; i++) {
            sender.send();
            clock.advance(Duration.ofHours(1));
        }

        // then
        assertThat(states()).containsExactly("failed 2");
        assertThat(lastTouch()).isEqualTo("skipped MAIL toolDown");
        assertThat(toolLines()).containsExactly("notTaken");
        assertThat(tool.calls().size()).isBetween(20, 30);
    }

    @Test
    void sent_again_it_is_tried_for_another_day() {
        // given
        tool.answers(503);
        touch();
        for (int i = 0; i < 30; i++) {
            sender.send();
            clock.advance(Duration.ofHours(1));
        }
        cast.actingAs("root");
        outbox.again(outbox.page("failed", 0, 10).items().get(0).id());
        cast.actingAsNobody();

        // when
        sender.send();

        // then
        assertThat(row()).isEqualTo("waiting toolDown");
    }

    @Test
    void what_waits_for_a_tool_holds_up_no_mail() {
        // given
        tool.hangs();
        touch();
        UUID other = lead();
        touches.send(other, "awareness", "mail", "awareness-2");

        // when
        try (MailServer server = MailServer.started()) {
            MailPost.send(beans, server);

            // then
            assertThat(server.mails()).hasSize(1);
        }
        assertThat(tool.calls()).isEmpty();
    }

    @Test
    void three_nodes_send_each_touch_once() throws Exception {
        // given
        for (int i = 0; i < 30; i++) {
            touches.send(lead(), "awareness", "external", "mailer/welcome-1");
        }
        ExecutorService nodes = Executors.newFixedThreadPool(3);

        // when
        List<Callable<Integer>> sendings = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            sendings.add(() -> ToolPost.sender(beans, tool.settings()).send());
        }
        for (Future<Integer> sending : nodes.invokeAll(sendings)) {
            sending.get();
        }
        nodes.shutdown();

        // then
        assertThat(tool.calls()).hasSize(30).extracting(ToolServer.Call::id).doesNotHaveDuplicates();
    }

    @Test
    void a_person_who_wants_less_mail_gets_none_from_a_tool_either() {
        // given
        touch();
        sender.send();
        jdbc.sql("""
            insert into mail_wish (address, wish, track, lead_id, said_at)
            values (decode(repeat('00', 32), 'hex'), 'lessOften', '', ?, now())
            """).param(lead).update();

        // when
        touch();

        // then
        assertThat(lastTouch()).isEqualTo("skipped null lessOften");
    }

    @Test
    void the_story_and_the_touch_hold_no_address() {
        // when
        touch();
        sender.send();

        // then
        assertThat(assertThatLog(jdbc, lead).only(Kind.TOUCH).detailsOfTheOnlyOne())
                .contains("mailer/welcome-2", "external")
                .doesNotContain("navy");
    }

    private void touch() {
        touches.send(lead, "awareness", "external", "mailer/welcome-2");
    }

    private UUID lead() {
        UUID made = leads.reachable("lead-" + UUID.randomUUID() + "@navy.example", "US");
        jdbc.sql("update lead_consent set at = timestamptz '2025-01-02', recorded_at = timestamptz '2025-01-02'"
                        + " where lead_id = ?")
                .param(made)
                .update();
        return made;
    }

    private String email(UUID of) {
        return jdbc.sql("select email from lead where id = ?")
                .param(of)
                .query(String.class)
                .single();
    }

    private String row() {
        return jdbc.sql("select state, reason from mail_outbox where tool is not null order by created_at desc limit 1")
                .query((row, n) -> row.getString(1) + " " + row.getString(2))
                .single();
    }

    private List<String> states() {
        return jdbc.sql("select state || ' ' || count(*) from mail_outbox where tool is not null group by state")
                .query(String.class)
                .list();
    }

    private String lastTouch() {
        return jdbc.sql("select state, channel, reason from touch where lead_id = ? order by number desc limit 1")
                .param(lead)
                .query((row, n) -> row.getString(1) + " " + row.getString(2) + " " + row.getString(3))
                .single();
    }

    private List<String> toolLines() {
        return jdbc.sql("""
            select cast(details as jsonb) ->> 'event' from journey_log
            where lead_id = ? and kind = 'tool-event' order by seq
            """).param(lead).query(String.class).list();
    }

    private long notices() {
        return jdbc.sql("select count(*) from notice where kind = 'toolFailed'")
                .query(Long.class)
                .single();
    }

    private long openNotices() {
        return jdbc.sql("select count(*) from notice where kind = 'toolFailed' and resolved_at is null")
                .query(Long.class)
                .single();
    }

    private String told(String login) {
        return jdbc.sql("select coalesce(lead_id::text, 'none') from notice where recipient = ? and kind ="
                        + " 'toolFailed'")
                .param(login)
                .query(String.class)
                .single();
    }

    private String sentence(Locale locale) {
        return subjects.of(NoticeCause.tool("mailer").key(), locale)
                .orElseThrow()
                .sentence();
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
