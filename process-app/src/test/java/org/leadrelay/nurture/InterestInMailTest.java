package org.leadrelay.nurture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.testing.Database;
import org.leadrelay.testing.OwnDatabase;
import org.leadrelay.testing.ProductTest;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a mail says is what was learned of the person, in their language, over SMTP. */
@ProductTest
@OwnDatabase
class InterestInMailTest {

    /** A text that says nothing to whoever has no company. */
    private static final String BARE = "---\nsubject: Your firm\n---\n\nHow is {{company}}?\n";

    @Autowired
    BeanFactory beans;

    @Autowired
    Touches touches;

    @Autowired
    Database database;

    @Autowired
    JdbcClient jdbc;

    private NurtureMailbox mailbox;

    @BeforeEach
    void aMailbox() {
        database.empty();
        mailbox = new NurtureMailbox(beans);
    }

    @AfterEach
    void stop() {
        mailbox.close();
        database.empty();
    }

    @Test
    void without_an_interest_the_mail_says_the_fallback() {
        // given
        UUID lead = mailbox.lead();
        // when
        NurtureMailbox.Received mail = mailbox.touched(lead, "awareness-1");
        // then
        assertThat(mail.part("text/plain")).startsWith("Hello,").contains("you looked at what we offer.");
        assertThat(mail.part("text/html"))
                .contains("you looked at what we offer.")
                .doesNotContain("{{");
    }

    @Test
    void with_an_interest_the_mail_says_it_as_the_charter_calls_it_in_the_persons_language() {
        // given
        UUID english = mailbox.lead();
        fact(english, "interest", "prices");
        UUID german = mailbox.lead();
        fact(german, "interest", "prices");
        fact(german, "language", "de");
        // then
        assertThat(mailbox.touched(english, "awareness-1").part("text/plain"))
                .contains("you looked at Prices and contracts.")
                .doesNotContain("what we offer");
        assertThat(mailbox.touched(german, "awareness-1").part("text/plain"))
                .contains("Preise und Verträge")
                .doesNotContain("unser Angebot");
    }

    @Test
    void an_interest_that_the_charter_does_not_list_is_not_said() {
        // given
        UUID lead = mailbox.lead();
        fact(lead, "interest", "no line of the list");
        // then
        assertThat(mailbox.touched(lead, "awareness-1").part("text/plain"))
                .contains("you looked at what we offer.")
                .doesNotContain("no line of the list");
    }

    @Test
    void whoever_chose_a_language_is_written_to_in_it_wherever_they_live() {
        // given
        UUID lead = mailbox.lead();
        fact(lead, "language", "de");
        // when
        NurtureMailbox.Received mail = mailbox.touched(lead, "awareness-1");
        // then
        assertThat(mail.part("text/plain"))
                .startsWith("Guten Tag,")
                .contains("unser Angebot", "Weniger solche Mails oder keine mehr", "Weiterlesen");
        assertThat(mail.part("text/html")).contains("lang=\"de\"");
    }

    @Test
    void what_somebody_typed_into_a_form_is_text_and_never_markup_or_a_template() {
        // given
        UUID lead = mailbox.lead();
        jdbc.sql("update lead set first_name = ? where id = ?")
                .params("<img src=x>{{repName}}", lead)
                .update();
        UUID other = mailbox.lead();
        jdbc.sql("update lead set first_name = ? where id = ?")
                .params("<b>Bob</b>", other)
                .update();
        // then
        assertThat(mailbox.touched(lead, "awareness-1").part("text/html"))
                .contains("Hello,")
                .doesNotContain("<img");
        assertThat(mailbox.touched(other, "awareness-1").part("text/html"))
                .contains("Hello &lt;b&gt;Bob&lt;/b&gt;,")
                .doesNotContain("<b>Bob");
    }

    @Test
    void a_text_that_would_say_nothing_in_the_place_of_a_field_is_skipped_with_its_reason() {
        // given
        TextRows.inForce(jdbc, "awareness", "2", 1, BARE);
        UUID nameless = mailbox.lead();
        UUID known = mailbox.lead();
        jdbc.sql("update lead set company = 'Navy' where id = ?").param(known).update();
        // when
        touches.send(nameless, "awareness", "mail", "awareness-2");
        // then
        assertThat(touch(nameless)).isEqualTo("skipped textIncomplete");
        assertThat(mailbox.touched(known, "awareness-2").part("text/plain")).contains("How is Navy?");
    }

    @Test
    void a_value_that_is_lost_before_the_mail_leaves_stops_it_with_its_reason() {
        // given
        UUID lead = mailbox.lead();
        jdbc.sql("update lead set company = 'Navy' where id = ?").param(lead).update();
        TextRows.inForce(jdbc, "awareness", "2", 1, BARE);
        touches.send(lead, "awareness", "mail", "awareness-2");
        jdbc.sql("update lead set company = null where id = ?").param(lead).update();
        // when
        mailbox.delivers();
        // then
        assertThat(jdbc.sql("select state || ' ' || reason from mail_outbox where lead_id = ?")
                        .param(lead)
                        .query(String.class)
                        .single())
                .isEqualTo("dropped textIncomplete");
    }

    private void fact(UUID lead, String name, String value) {
        jdbc.sql("""
            insert into lead_fact (lead_id, name, label, value, source, at, position)
            values (?, ?, ?, ?, 'test', now(), 0)
            """).params(lead, name, name, value).update();
    }

    private String touch(UUID lead) {
        return jdbc.sql("select state || ' ' || reason from touch where lead_id = ?")
                .param(lead)
                .query(String.class)
                .single();
    }
}
