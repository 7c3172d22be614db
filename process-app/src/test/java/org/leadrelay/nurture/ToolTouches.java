package org.leadrelay.nurture;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.leadrelay.access.Roles;
import org.leadrelay.testing.Cast;
import org.leadrelay.testing.LeadRows;
import org.leadrelay.testing.SettableClock;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A node that knows a server as the marketing tool {@code mailer}, and a lead that it hands touches of. */
abstract class ToolTouches {

    @Autowired
    Touches touches;

    @Autowired
    BeanFactory beans;

    @Autowired
    Cast cast;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    final ToolServer tool = ToolServer.started();
    LeadRows leads;
    ToolSender sender;
    UUID lead;

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

    void touch() {
        touches.send(lead, "awareness", "external", "mailer/welcome-2");
    }

    UUID lead() {
        UUID made = leads.reachable("lead-" + UUID.randomUUID() + "@navy.example", "US");
        jdbc.sql("update lead_consent set at = timestamptz '2025-01-02', recorded_at = timestamptz '2025-01-02'"
                        + " where lead_id = ?")
                .param(made)
                .update();
        return made;
    }

    String row() {
        return jdbc.sql("select state, reason from mail_outbox where tool is not null order by created_at desc limit 1")
                .query((row, n) -> row.getString(1) + " " + row.getString(2))
                .single();
    }

    List<String> states() {
        return jdbc.sql("select state || ' ' || count(*) from mail_outbox where tool is not null group by state")
                .query(String.class)
                .list();
    }

    String lastTouch() {
        return jdbc.sql("select state, channel, reason from touch where lead_id = ? order by number desc limit 1")
                .param(lead)
                .query((row, n) -> row.getString(1) + " " + row.getString(2) + " " + row.getString(3))
                .single();
    }

    List<String> toolLines() {
        return jdbc.sql("""
            select cast(details as jsonb) ->> 'event' from journey_log
            where lead_id = ? and kind = 'tool-event' order by seq
            """).param(lead).query(String.class).list();
    }

    long openNotices() {
        return jdbc.sql("select count(*) from notice where kind = 'toolFailed' and resolved_at is null")
                .query(Long.class)
                .single();
    }

    long notices() {
        return jdbc.sql("select count(*) from notice where kind = 'toolFailed'")
                .query(Long.class)
                .single();
    }
}
