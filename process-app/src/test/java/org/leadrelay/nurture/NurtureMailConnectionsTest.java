package org.leadrelay.nurture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.mail.MailPost;
import org.leadrelay.mail.MailServer;
import org.leadrelay.testing.AtOnce;
import org.leadrelay.testing.Connections;
import org.leadrelay.testing.LeadRows;
import org.leadrelay.testing.ProductTest;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nurture mails with their tokens, where the pool has no more connections than senders. */
@ProductTest
class NurtureMailConnectionsTest {

    private static final int SENDERS = 3;
    private static final int MAILS = 24;

    @Autowired
    BeanFactory beans;

    @Autowired
    DataSource connections;

    @Autowired
    Touches touches;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void nothing() {
        jdbc.sql("delete from mail_outbox").update();
    }

    @Test
    void as_many_senders_as_connections_send_each_mail_once() throws Exception {
        // given
        LeadRows leads = new LeadRows(jdbc);
        for (int i = 0; i < MAILS; i++) {
            UUID lead = leads.reachable(NurtureMailbox.address(), "US");
            touches.send(lead, "awareness", "mail", "awareness-1");
        }

        try (MailServer server = MailServer.started()) {
            // when
            List<Integer> sent = Connections.left(
                    connections, SENDERS, () -> AtOnce.atOnce(SENDERS, number -> MailPost.send(beans, server)));

            // then
            assertThat(sent.stream().mapToInt(each -> each).sum()).isEqualTo(MAILS);
            assertThat(server.mails()).hasSize(MAILS);
        }
        assertThat(jdbc.sql("select count(*) from mail_outbox where state <> 'sent'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
