package org.leadrelay.nurture.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Roles;
import org.leadrelay.journal.ReadingLog.Way;
import org.leadrelay.mail.MailPost;
import org.leadrelay.mail.MailServer;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.Language;
import org.leadrelay.platform.TooManyRequests;
import org.leadrelay.testing.Cast;
import org.leadrelay.testing.Database;
import org.leadrelay.testing.LeadRows;
import org.leadrelay.testing.OwnDatabase;
import org.leadrelay.testing.ProductTest;
import org.leadrelay.testing.SettableClock;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A text tried before anybody gets it: on leads that differ, and as a mail to oneself. */
@ProductTest
@OwnDatabase
class TestMailsTest {

    private static final TextKey KEY = new TextKey("awareness", "1");
    private static final TextContent TEXT = new TextContent(
            "About {{interest}}",
            "Hello {{firstName}} of {{company}}.",
            null,
            Map.of("interest", "what we offer", "firstName", "you", "company", "your firm"));

    @Autowired
    TestMails tests;

    @Autowired
    TextPreviews previews;

    @Autowired
    BeanFactory beans;

    @Autowired
    Cast cast;

    @Autowired
    Database database;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    private final MailServer server = MailServer.started();

    @BeforeEach
    void marketing() {
        database.empty();
        cast.person("mara", Roles.MARKETING);
        jdbc.sql("update person set email = 'mara@firm.example' where login = 'mara'")
                .update();
        cast.actingAs("mara");
    }

    @AfterEach
    void nobody() {
        cast.actingAsNobody();
        server.close();
        database.empty();
    }

    @Test
    void a_test_goes_to_oneself_says_that_it_is_one_and_unsubscribes_nobody() throws Exception {
        // given
        UUID lead = lead("Grace", "Navy", "prices");
        // when
        String address = tests.send(KEY, Language.ENGLISH, TEXT, lead, Way.REST);
        MailPost.send(beans, server);
        // then
        assertThat(address).isEqualTo("mara@firm.example");
        MimeMessage mail = server.mailsTo("mara@firm.example").get(0);
        assertThat(mail.getSubject()).isEqualTo("[Test] About Prices and contracts");
        assertThat(MailServer.part(mail, "text/plain"))
                .startsWith("This is a test of texts/awareness/1_en.md, as Grace would read it.")
                .contains("Hello Grace of Navy.")
                .doesNotContain("/u/", "/c/");
        assertThat(mail.getHeader("List-Unsubscribe")).isNull();
        assertThat(count("mail_token")).isZero();
        assertThat(count("touch")).isZero();
    }

    @Test
    void nobody_fills_a_mailbox_with_tests() {
        // given
        for (int i = 0; i < TestMails.MOST; i++) {
            tests.send(KEY, Language.ENGLISH, TEXT, null, Way.REST);
        }
        // then
        assertThatThrownBy(() -> tests.send(KEY, Language.ENGLISH, TEXT, null, Way.REST))
                .isInstanceOf(TooManyRequests.class);
        // when
        clock.advance(TestMails.WITHIN);
        // then
        assertThat(tests.send(KEY, Language.ENGLISH, TEXT, null, Way.REST)).isEqualTo("mara@firm.example");
    }

    @Test
    void whoever_has_no_address_is_told_who_enters_it() {
        // given
        jdbc.sql("update person set email = null where login = 'mara'").update();
        // then
        assertThatThrownBy(() -> tests.send(KEY, Language.ENGLISH, TEXT, null, Way.REST))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("administrator");
    }

    @Test
    void three_leads_of_the_preview_differ_in_what_is_known_of_them() {
        // given
        UUID without = lead("Ada", "Engines", null);
        for (int i = 0; i < 5; i++) {
            lead("Like " + i, "Engines", null);
        }
        UUID with = lead("Grace", "Navy", "prices");
        UUID nameless = lead(null, null, null);
        // when
        List<UUID> chosen = previews.leads(TEXT);
        List<TextPreview> shown = TextPreviews.show(TEXT, previews.readers(Language.ENGLISH, chosen, Way.REST));
        // then
        assertThat(chosen).hasSize(3).contains(with, nameless).doesNotHaveDuplicates();
        assertThat(chosen.get(0)).isEqualTo(with);
        assertThat(shown).hasSize(4);
        assertThat(shown.get(0).subject()).isEqualTo("About Prices and contracts");
        assertThat(shown.get(0).fallbacks()).isEmpty();
        assertThat(shown.get(3).leadId()).isNull();
        assertThat(shown.get(3).fallbacks()).containsExactly("company", "firstName", "interest");
        assertThat(shown)
                .allSatisfy(
                        each -> assertThat(each.subject() + each.paragraphs()).doesNotContain("{{"));
        assertThat(TextPreviews.show(TEXT, previews.readers(Language.ENGLISH, List.of(without), Way.REST))
                        .get(0)
                        .subject())
                .isEqualTo("About what we offer");
    }

    private UUID lead(String firstName, String company, String interest) {
        UUID lead = new LeadRows(jdbc).reachable(UUID.randomUUID() + "@navy.example", "US");
        jdbc.sql("update lead set name = ?, first_name = ?, company = ? where id = ?")
                .params(firstName, firstName, company, lead)
                .update();
        fact(lead, "firstName", firstName);
        fact(lead, "company", company);
        fact(lead, "interest", interest);
        return lead;
    }

    private void fact(UUID lead, String name, String value) {
        if (value != null) {
            jdbc.sql("""
                insert into lead_fact (lead_id, name, label, value, source, at, position)
                values (?, ?, ?, ?, 'test', now(), 0)
                """).params(lead, name, name, value).update();
        }
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }
}
