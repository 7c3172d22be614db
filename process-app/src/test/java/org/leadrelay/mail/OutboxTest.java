package org.leadrelay.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.notification.OutboxLetters;
import org.leadrelay.testing.LeadRows;
import org.leadrelay.testing.ProductTest;
import org.leadrelay.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ProductTest
class OutboxTest {

    @Autowired
    private Outbox outbox;

    @Autowired
    private OutboxTable table;

    @Autowired
    private OutboxLetters letters;

    @Autowired
    private MailComposer envelope;

    @Autowired
    private MailSettings settings;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private SettableClock clock;

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
    private LeadRows leads;
    private OutboxSender postman;

    @BeforeEach
    void aMailServer() {
        jdbc.sql("delete from mail_outbox").update();
        leads = new LeadRows(jdbc);
        server.start();
        postman = postman(server.getSmtp().getPort());
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void a_mail_reaches_the_lead_in_its_language() throws Exception {
        // given
        UUID english = leads.reachable("grace@navy.example", "US");
        UUID german = leads.reachable("ada@rechner.example", "DE");
        outbox.toLead("one", english, "awareness-1");
        outbox.toLead("two", german, "awareness-1");
        // when
        int sent = postman.sweep();
        // then
        assertThat(sent).isEqualTo(2);
        MimeMessage[] mails = server.getReceivedMessages();
        assertThat(mails).hasSize(2);
        assertThat(subjectTo(mails, "grace@navy.example")).isEqualTo("What we do, in two minutes");
        assertThat(subjectTo(mails, "ada@rechner.example")).isEqualTo("Was wir tun, in zwei Minuten");
    }

    @Test
    void a_template_without_a_text_of_its_own_gets_the_general_one() throws Exception {
        // given
        outbox.toLead("one", leads.reachable("grace@navy.example", "US"), "new-track-7");
        // when
        postman.sweep();
        // then
        assertThat(server.getReceivedMessages()[0].getSubject()).isEqualTo("Still thinking about it?");
    }

    @Test
    void the_same_key_is_never_sent_twice() {
        // given
        UUID lead = leads.reachable("grace@navy.example", "US");
        outbox.toLead("one", lead, "awareness-1");
        outbox.toLead("one", lead, "awareness-1");
        // when
        postman.sweep();
        postman.sweep();
        // then
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void a_second_sending_after_a_crash_carries_the_same_message_id() throws Exception {
        // given
        UUID lead = leads.reachable("grace@navy.example", "US");
        outbox.toLead("one", lead, "awareness-1");
        postman.sweep();
        jdbc.sql("update mail_outbox set state = 'waiting'").update();
        // when
        postman.sweep();
        // then
        MimeMessage[] mails = server.getReceivedMessages();
        assertThat(mails).hasSize(2);
        assertThat(mails[0].getMessageID()).isEqualTo(mails[1].getMessageID());
    }

    @Test
    void mail_is_kept_while_the_server_is_down_and_leaves_when_it_is_back() {
        // given
        int port = server.getSmtp().getPort();
        server.stop();
        outbox.toLead("one", leads.reachable("grace@navy.example", "US"), "awareness-1");
        // when
        int sent = postman.sweep();
        // then
        assertThat(sent).isZero();
        assertThat(state("one")).isEqualTo("waiting");
        // given
        GreenMail back = new GreenMail(new ServerSetup(port, "127.0.0.1", "smtp"));
        back.start();
        try {
            assertThat(postman.sweep())
                    .as("it waits a little before it tries again")
                    .isZero();
            clock.advance(Duration.ofMinutes(1));
            // when
            postman.sweep();
            // then
            assertThat(back.getReceivedMessages()).hasSize(1);
            assertThat(state("one")).isEqualTo("sent");
        } finally {
            back.stop();
        }
    }

    @Test
    void without_a_mail_server_in_the_configuration_mail_is_kept() {
        // given
        outbox.toLead("one", leads.reachable("grace@navy.example", "US"), "awareness-1");
        OutboxSender none = postman(new StaticListableBeanFactory());
        // when
        none.sweep();
        // then
        assertThat(state("one")).isEqualTo("waiting");
    }

    @Test
    void an_objection_after_the_mail_was_written_stops_it() {
        // given
        UUID lead = leads.reachable("grace@navy.example", "US");
        outbox.toLead("one", lead, "awareness-1");
        leads.objects(lead);
        // when
        postman.sweep();
        // then
        assertThat(server.getReceivedMessages()).isEmpty();
        assertThat(state("one")).isEqualTo("dropped");
    }

    @Test
    void a_mail_whose_cause_is_rolled_back_is_never_written() {
        // given
        UUID lead = leads.reachable("grace@navy.example", "US");
        // when
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            outbox.toLead("one", lead, "awareness-1");
            status.setRollbackOnly();
        });
        postman.sweep();
        // then
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void two_nodes_send_each_mail_once() throws Exception {
        // given
        for (int i = 0; i < 30; i++) {
            outbox.toLead("mail" + i, leads.reachable("lead" + i + "@navy.example", "US"), "touch");
        }
        int port = server.getSmtp().getPort();
        ExecutorService nodes = Executors.newFixedThreadPool(3);
        // when
        List<Callable<Integer>> sweeps = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            sweeps.add(() -> postman(port).sweep());
        }
        for (Future<Integer> sweep : nodes.invokeAll(sweeps)) {
            sweep.get();
        }
        nodes.shutdown();
        // then
        assertThat(server.getReceivedMessages()).hasSize(30);
    }

    private OutboxSender postman(int port) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("mailSender", sender);
        return postman(beans);
    }

    private OutboxSender postman(StaticListableBeanFactory beans) {
        return new OutboxSender(
                table, letters, envelope, beans.getBeanProvider(JavaMailSender.class), settings, clock, transactions);
    }

    private String state(String key) {
        return jdbc.sql("select state from mail_outbox where key = ?")
                .param(key)
                .query(String.class)
                .single();
    }

    private static String subjectTo(MimeMessage[] mails, String address) throws Exception {
        for (MimeMessage mail : mails) {
            if (mail.getAllRecipients()[0].toString().equals(address)) {
                return mail.getSubject();
            }
        }
        throw new AssertionError("No mail to " + address);
    }
}
