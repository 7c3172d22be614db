package org.leadrelay.nurture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Roles;
import org.leadrelay.mail.OutboxAdministration;
import org.leadrelay.testing.Cast;
import org.leadrelay.testing.Database;
import org.leadrelay.testing.LeadRows;
import org.leadrelay.testing.OwnDatabase;
import org.leadrelay.testing.ProductTest;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a touch and the lead's story say of a mail once it left, or did not. */
@ProductTest
@OwnDatabase
class MailOutcomesTest {

    @Autowired
    BeanFactory beans;

    @Autowired
    Touches touches;

    @Autowired
    OutboxAdministration outbox;

    @Autowired
    Cast cast;

    @Autowired
    Database database;

    @Autowired
    JdbcClient jdbc;

    private NurtureMailbox mailbox;
    private UUID lead;

    @BeforeEach
    void a_touch_that_waits() {
        database.empty();
        cast.person("root", Roles.ADMINISTRATOR);
        mailbox = new NurtureMailbox(beans);
        lead = mailbox.lead();
    }

    @AfterEach
    void stop() {
        cast.actingAsNobody();
        mailbox.close();
        database.empty();
    }

    @Test
    void the_story_says_which_version_of_which_text_left() {
        // given
        TextRows.inForce(jdbc, "awareness", "2", 3, "---\nsubject: Ours\n---\n\nHello.\n");

        // when
        touch("awareness-1");
        touch("awareness-2");
        mailbox.delivers();

        // then
        assertThat(touchStates()).containsExactly("sent null", "sent null");
        assertThat(lines("textPath", "textLanguage", "textVersion"))
                .containsExactlyInAnyOrder("sent texts/awareness/1_en.md en 0", "sent texts/awareness/2_en.md en 3");
    }

    @Test
    void a_mail_that_its_lead_does_not_permit_any_more_is_a_skipped_touch() {
        // given
        touch("awareness-1");
        new LeadRows(jdbc).objects(lead);

        // when
        mailbox.delivers();

        // then
        assertThat(touchStates()).containsExactly("skipped mailNotPermitted");
        assertThat(lines("reason")).containsExactly("notSent mailNotPermitted");
    }

    @Test
    void a_mail_whose_lead_is_gone_is_a_skipped_touch() {
        // given
        touch("awareness-1");
        jdbc.sql("update mail_outbox set lead_id = gen_random_uuid()").update();

        // when
        mailbox.delivers();

        // then
        assertThat(touchStates()).containsExactly("skipped leadGone");
    }

    @Test
    void a_mail_that_an_administrator_dropped_is_a_skipped_touch() {
        // given
        touch("awareness-1");

        // when
        cast.actingAs("root");
        outbox.drop(outbox.page("waiting", 0, 10).items().get(0).id());
        cast.actingAsNobody();

        // then
        assertThat(touchStates()).containsExactly("skipped byAdministrator");
        assertThat(lines("reason")).containsExactly("notSent byAdministrator");
    }

    @Test
    void a_mail_that_its_server_refuses_is_a_skipped_touch_until_it_is_sent_again() {
        // given
        String address = jdbc.sql("select email from lead where id = ?")
                .param(lead)
                .query(String.class)
                .single();
        touch("awareness-1");
        jdbc.sql("update lead set email = 'no address' where id = ?")
                .param(lead)
                .update();

        // when
        mailbox.delivers();

        // then
        assertThat(touchStates()).containsExactly("skipped refused");
        assertThat(lines("reason")).containsExactly("notSent refused");

        // when
        jdbc.sql("update lead set email = ? where id = ?").params(address, lead).update();
        cast.actingAs("root");
        outbox.again(outbox.page("failed", 0, 10).items().get(0).id());
        cast.actingAsNobody();
        mailbox.delivers();

        // then
        assertThat(touchStates()).containsExactly("sent null");
        assertThat(lines("textVersion")).containsExactly("notSent null", "sent 0");
    }

    private void touch(String template) {
        touches.send(lead, "awareness", "mail", template);
    }

    private List<String> touchStates() {
        return jdbc.sql("select state, reason from touch where lead_id = ? order by number")
                .param(lead)
                .query((row, n) -> row.getString(1) + " " + row.getString(2))
                .list();
    }

    /** What the lines about mails say of these, behind the event. */
    private List<String> lines(String... details) {
        return jdbc.sql("""
            select cast(details as jsonb) ->> 'event' || ' '
                   || array_to_string(array(select cast(details as jsonb) ->> name from unnest(?::text[]) as name), ' ', 'null')
            from journey_log where lead_id = ? and kind = 'mail-event' order by seq
            """).params(details, lead).query(String.class).list();
    }
}
