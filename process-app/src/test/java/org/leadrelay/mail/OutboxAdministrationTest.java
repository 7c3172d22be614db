package org.leadrelay.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Roles;
import org.leadrelay.platform.Conflict;
import org.leadrelay.platform.Forbidden;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.NotFound;
import org.leadrelay.testing.Cast;
import org.leadrelay.testing.LeadRows;
import org.leadrelay.testing.ProductTest;
import org.leadrelay.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** What did not leave, and what an administrator does about it. */
@ProductTest
class OutboxAdministrationTest {

    @Autowired
    private OutboxAdministration keeping;

    @Autowired
    private Outbox outbox;

    @Autowired
    private OutboxTable table;

    @Autowired
    private Cast cast;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private SettableClock clock;

    @Autowired
    private MockMvc mvc;

    private UUID mail;

    @BeforeEach
    void aMailThatTheServerDidNotTake() {
        clock.set(SettableClock.MONDAY_MORNING);
        jdbc.sql("delete from mail_outbox").update();
        cast.person("root", Roles.ADMINISTRATOR);
        cast.person("mara", Roles.MARKETING);
        UUID lead = new LeadRows(jdbc).reachable("grace@navy.example", "US");
        outbox.toLead("one", lead, "awareness-1");
        OutboxTable.Mail row = claimed().orElseThrow();
        table.later(row, "serverDown", "MailSendException: ConnectException");
        mail = row.id();
        cast.actingAs("root");
    }

    @AfterEach
    void nobody() {
        cast.actingAsNobody();
        jdbc.sql("delete from mail_outbox").update();
    }

    @Test
    void it_is_listed_with_its_last_error_and_its_next_try() {
        assertThat(keeping.page("waiting", 0, 10).items())
                .singleElement()
                .returns("serverDown", OutboxMail::reason)
                .returns("MailSendException: ConnectException", OutboxMail::error)
                .returns(1, OutboxMail::tries)
                .returns(clock.instant().plus(Duration.ofSeconds(30)), OutboxMail::nextTry);
        assertThat(keeping.page("sent", 0, 10).total()).isZero();
        assertThat(keeping.counts()).containsEntry("waiting", 1L).containsEntry("failed", 0L);
    }

    @Test
    void tried_again_it_is_due_at_once() {
        // when
        keeping.again(mail);

        // then
        assertThat(claimed()).map(OutboxTable.Mail::id).contains(mail);
    }

    @Test
    void one_that_was_refused_for_good_can_be_tried_again() {
        // given
        keeping.again(mail);
        table.failed(claimed().orElseThrow(), "refused", "AddressException");
        assertThat(claimed()).isEmpty();

        // when
        keeping.again(mail);

        // then
        assertThat(claimed()).map(OutboxTable.Mail::id).contains(mail);
    }

    @Test
    void dropped_it_never_leaves_and_says_who_dropped_it() {
        // when
        keeping.drop(mail);

        // then
        clock.advance(Duration.ofDays(1));
        assertThat(claimed()).isEmpty();
        assertThat(keeping.page("dropped", 0, 10).items())
                .singleElement()
                .returns("byAdministrator", OutboxMail::reason)
                .returns("root", OutboxMail::doneBy);
        assertThat(jdbc.sql(
                                "select details::jsonb ->> 'state' from journey_log where kind = 'mail-dropped' and subject = ?")
                        .param(mail.toString())
                        .query(String.class)
                        .single())
                .isEqualTo("dropped");
        assertThatExceptionOfType(Conflict.class).isThrownBy(() -> keeping.again(mail));
        assertThatExceptionOfType(Conflict.class).isThrownBy(() -> keeping.drop(mail));
    }

    @Test
    void a_mail_that_left_is_not_touched() {
        // given
        keeping.again(mail);
        table.done(claimed().orElseThrow(), "sent", null);

        // then
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> keeping.drop(mail))
                .withMessageContaining("sent or dropped");
    }

    @Test
    void only_an_administrator_looks() {
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> keeping.drop(UUID.randomUUID()));
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> keeping.page("lost", 0, 10))
                .withMessageContaining("lost");
        cast.actingAs("mara");
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> keeping.page(null, 0, 10));
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> keeping.drop(mail));
    }

    @Test
    void the_same_over_rest() throws Exception {
        RequestPostProcessor root = httpBasic("root", Cast.PASSWORD);
        mvc.perform(get("/api/admin/outbox?state=waiting").with(root))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items[0].id").value(mail.toString()))
                .andExpect(jsonPath("$.counts.waiting").value(1));
        mvc.perform(post("/api/admin/outbox/" + mail + "/again").with(root))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.nextTry").value(clock.instant().toString()));
        mvc.perform(delete("/api/admin/outbox/" + mail).with(root))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("dropped"));
        mvc.perform(delete("/api/admin/outbox/" + mail).with(root)).andExpect(status().isConflict());
        mvc.perform(get("/api/admin/outbox?state=lost").with(root))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.field").value("state"));
        mvc.perform(get("/api/admin/outbox").with(httpBasic("mara", Cast.PASSWORD)))
                .andExpect(status().isForbidden());
    }

    private Optional<OutboxTable.Mail> claimed() {
        return table.claim(null).map(OutboxTable.Claimed::mail);
    }
}
