package org.leadrelay.nurture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leadrelay.testing.JournalAssert.assertThatLog;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.journal.Kind;
import org.leadrelay.testing.LeadRows;
import org.leadrelay.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProductTest
class TouchesTest {

    @Autowired
    private Touches touches;

    @Autowired
    private JdbcClient jdbc;

    private LeadRows leads;

    @BeforeEach
    void rows() {
        leads = new LeadRows(jdbc);
    }

    @Test
    void a_permitted_mail_goes_to_the_outbox() {
        // given
        UUID lead = leads.reachable("grace@navy.example", "US");
        // when
        touches.send(lead, "awareness", "mail", "awareness-1");
        // then
        assertThat(touch(lead)).isEqualTo("sent MAIL null");
        assertThat(outbox(lead)).isEqualTo(1);
    }

    @Test
    void without_a_basis_a_touch_is_recorded_as_skipped_with_the_reason() {
        // given
        UUID lead = leads.reachable("grace@navy.example", "US");
        leads.objects(lead);
        // when
        touches.send(lead, "awareness", "mail", "awareness-1");
        // then
        assertThat(touch(lead)).isEqualTo("skipped null noChannel");
        assertThat(outbox(lead)).isZero();
    }

    @Test
    void a_call_that_is_not_permitted_is_not_made() {
        // given
        UUID lead = leads.reachable("grace@navy.example", "US");
        // when
        touches.send(lead, "evaluation", "call", null);
        // then
        assertThat(touch(lead)).isEqualTo("skipped null callNotPermitted");
    }

    @Test
    void a_lead_known_to_its_source_only_is_touched_there() {
        // given
        UUID lead = leads.lead();
        // when
        touches.send(lead, "awareness", "mail", "awareness-1");
        // then
        assertThat(touch(lead)).isEqualTo("recorded AT_SOURCE null");
        assertThat(outbox(lead)).isZero();
    }

    @Test
    void skipped_touches_count_as_steps_of_the_track_so_that_it_ends_for_everyone() {
        // given
        UUID lead = leads.reachable("grace@navy.example", "US");
        leads.objects(lead);
        // when
        touches.send(lead, "awareness", "mail", "awareness-1");
        touches.send(lead, "awareness", "mail", "awareness-2");
        // then
        assertThat(touches.sentOn(lead, "awareness", 1)).isEqualTo(2);
        assertThat(touches.sentOn(lead, "evaluation", 1)).isZero();
        assertThat(touches.sentOn(lead, "awareness", 2)).isZero();
    }

    @Test
    void the_next_journey_of_a_lead_begins_its_tracks_anew() {
        // given
        UUID lead = leads.reachable("grace@navy.example", "US");
        touches.send(lead, "awareness", "mail", "awareness-1");
        leads.ends(lead);
        leads.returns(lead, 2);
        // when
        touches.send(lead, "awareness", "mail", "awareness-1");
        // then
        assertThat(touches.sentOn(lead, "awareness", 1)).isEqualTo(1);
        assertThat(outbox(lead)).isEqualTo(2);
    }

    @Test
    void a_touch_is_a_line_of_the_journey_log_without_the_address() {
        // given
        UUID lead = leads.reachable("grace@navy.example", "US");
        // when
        touches.send(lead, "awareness", "mail", "awareness-1");
        // then
        String details = assertThatLog(jdbc, lead).only(Kind.TOUCH).detailsOfTheOnlyOne();
        assertThat(details).contains("awareness-1", "MAIL").doesNotContain("grace");
    }

    private String touch(UUID lead) {
        return jdbc.sql("select state, channel, reason from touch where lead_id = ?")
                .param(lead)
                .query((row, n) -> row.getString(1) + " " + row.getString(2) + " " + row.getString(3))
                .single();
    }

    private long outbox(UUID lead) {
        return jdbc.sql("select count(*) from mail_outbox where lead_id = ?")
                .param(lead)
                .query(Long.class)
                .single();
    }
}
