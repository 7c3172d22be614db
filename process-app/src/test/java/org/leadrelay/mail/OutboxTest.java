package org.leadrelay.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
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
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

@ProductTest
class OutboxTest {

    @Autowired
    private Outbox outbox;

    @Autowired
    private OutboxTable table;

    @Autowired
    private OutboxResults results;

    @Autowired
    private OutboxDrain drain;

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
        clock.advance(Duration.ofMinutes(2));
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

    @Test
    void a_mail_that_cannot_be_written_waits_and_the_others_leave() {
        // given
        outbox.toLead("broken", leads.reachable("broken@navy.example", "US"), "touch");
        outbox.toLead("whole", leads.reachable("whole@navy.example", "US"), "touch");
        LetterWriter failing = mail -> {
            if (mail.key().equals("broken")) {
                throw new IllegalStateException("no words for it");
            }
            return letters.write(mail);
        };

        // when
        int sent = postman(failing).sweep();

        // then
        assertThat(sent).isEqualTo(1);
        assertThat(state("whole")).isEqualTo("sent");
        assertThat(state("broken")).isEqualTo("waiting");
        assertThat(reason("broken")).isEqualTo("notWritten");
    }

    @Test
    void a_mail_that_cannot_say_yet_what_it_will_waits_and_is_asked_again() {
        // given
        outbox.toLead("early", leads.reachable("early@navy.example", "US"), "touch");
        AtomicBoolean known = new AtomicBoolean();
        OutboxSender asking =
                postman(mail -> known.get() ? letters.write(mail) : AddressedLetter.later("boardsBehind"));

        // when
        assertThat(asking.sweep()).isZero();

        // then
        assertThat(state("early")).isEqualTo("waiting");
        assertThat(reason("early")).isEqualTo("boardsBehind");

        // and when
        known.set(true);
        assertThat(asking.sweep()).isZero();
        clock.advance(Duration.ofMinutes(1));

        // then
        assertThat(asking.sweep()).isEqualTo(1);
    }

    @Test
    void a_letter_is_written_outside_of_a_transaction_and_one_that_was_dropped_meanwhile_does_not_leave() {
        // given
        outbox.toLead("dropped", leads.reachable("dropped@navy.example", "US"), "touch");
        List<Boolean> within = new ArrayList<>();

        // when
        int sent = postman(mail -> {
                    within.add(TransactionSynchronizationManager.isActualTransactionActive());
                    jdbc.sql("update mail_outbox set state = 'dropped' where key = 'dropped'")
                            .update();
                    return letters.write(mail);
                })
                .sweep();

        // then
        assertThat(within).containsExactly(false);
        assertThat(sent).isZero();
        assertThat(server.getReceivedMessages()).isEmpty();
        assertThat(state("dropped")).isEqualTo("dropped");
    }

    @Test
    void a_mail_that_a_dead_node_had_in_hand_leaves_by_another() {
        // given
        outbox.toLead("one", leads.reachable("grace@navy.example", "US"), "touch");
        Optional<OutboxTable.Claimed> inHand =
                new TransactionTemplate(transactions).execute(status -> table.claim(null));
        assertThat(inHand).isPresent();

        // when
        assertThat(postman.sweep()).isZero();
        clock.advance(Duration.ofMinutes(2));

        // then
        assertThat(postman.sweep()).isEqualTo(1);
    }

    private OutboxSender postman(LetterWriter writer) {
        return new OutboxSender(
                table,
                results,
                drain,
                writer,
                envelope,
                MailServer.senderTo(server.getSmtp().getPort()).getBeanProvider(JavaMailSender.class),
                settings,
                clock);
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
                table, results, drain, letters, envelope, beans.getBeanProvider(JavaMailSender.class), settings, clock);
    }

    private String state(String key) {
        return jdbc.sql("select state from mail_outbox where key = ?")
                .param(key)
                .query(String.class)
                .single();
    }

    private String reason(String key) {
        return jdbc.sql("select reason from mail_outbox where key = ?")
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
