package org.leadrelay.lead;

import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Row lock on a lead, held to the end of the transaction. Every command about a lead and every job
 * of its journey takes it before any other row of that lead, so that they wait for each other
 * instead of deadlocking.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class LeadLock {

    private final JdbcClient jdbc;

    LeadLock(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Waits for whoever works on this lead; an id that is no lead's locks nothing. */
    public void hold(UUID leadId) {
        jdbc.sql("select id from lead where id = ? for update")
                .param(leadId)
                .query(UUID.class)
                .optional();
    }

    /** As {@link #hold}, for several leads in one fixed order. */
    public void holdAll(Collection<UUID> leadIds) {
        jdbc.sql("select id from lead where id = any (?) order by id for update")
                .param(leadIds.toArray(UUID[]::new))
                .query(UUID.class)
                .list();
    }
}
