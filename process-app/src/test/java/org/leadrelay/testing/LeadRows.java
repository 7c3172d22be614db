package org.leadrelay.testing;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Leads with a living journey for the tests of what happens around them; no process runs. */
public final class LeadRows {

    private final JdbcClient jdbc;

    public LeadRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public UUID lead() {
        return lead("normal");
    }

    /** A lead of that priority in its first lap. */
    public UUID lead(String priority) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
            insert into lead (id, origin, external_id, created_at, captured_at)
            values (?, 'test', ?, now(), now())
            """).params(id, id.toString()).update();
        begin(id, 1, priority);
        return id;
    }

    /** A lead that consented to e-mail. */
    public UUID reachable(String email, String country) {
        UUID id = lead();
        jdbc.sql("update lead set email = ?, country = ?, name = 'Grace' where id = ?")
                .params(email, country, id)
                .update();
        text(id, true, "consent");
        return id;
    }

    /** The lead no longer wants any mail. */
    public void objects(UUID lead) {
        text(lead, false, "objection");
    }

    private void text(UUID lead, boolean given, String basis) {
        jdbc.sql("""
            insert into lead_consent
                (id, lead_id, channel, given, purpose, basis, source, at, recorded_at)
            values (?, ?, 'MAIL', ?, 'marketing', ?, 'test',
                    clock_timestamp(), clock_timestamp())
            """).params(UUID.randomUUID(), lead, given, basis).update();
    }

    /** The next journey of a lead whose journey has ended. */
    public void returns(UUID lead, int number) {
        begin(lead, number, "normal");
    }

    public void ends(UUID lead) {
        jdbc.sql("update journey set ended_at = now(), end_kind = 'lost' where lead_id = ?" + " and ended_at is null")
                .param(lead)
                .update();
    }

    private void begin(UUID lead, int number, String priority) {
        UUID journey = UUID.randomUUID();
        jdbc.sql("""
            with j as (
                insert into journey (id, lead_id, number, cause, started_at, priority)
                values (?, ?, ?, 'captured', now(), ?) returning id)
            update lead set journey_id = (select id from j) where id = ?
            """).params(journey, lead, number, priority, lead).update();
    }
}
