package org.leadrelay.nurture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.leadrelay.testing.JournalAssert.assertThatLog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.leadrelay.journal.Kind;
import org.leadrelay.mail.MailPost;
import org.leadrelay.mail.MailServer;
import org.leadrelay.mail.OutboxDrain;
import org.leadrelay.testing.OwnDatabase;
import org.leadrelay.testing.ProductTest;

/** Touches handed to a marketing tool over HTTP: what it gets, with whose consent, and once. */
@ProductTest
@OwnDatabase
class ExternalTouchTest extends ToolTouches {

    private static final ObjectMapper JSON = new ObjectMapper();

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

    private String email(UUID of) {
        return jdbc.sql("select email from lead where id = ?")
                .param(of)
                .query(String.class)
                .single();
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
