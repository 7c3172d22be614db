package org.leadrelay.assignment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.leadrelay.lead.LeadLock;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.transaction.PlatformTransactionManager;

/** Stands in for the running journeys, and writes down which leads were sent on. */
final class Journey implements WaitingLeads {

    private final List<UUID> sent = Collections.synchronizedList(new ArrayList<>());
    private final Set<UUID> gone = new HashSet<>();
    private final Set<UUID> failing = new HashSet<>();

    @Override
    public boolean capacityFreed(UUID leadId) {
        if (failing.contains(leadId)) {
            throw new IllegalStateException("The journey of this lead fails.");
        }
        if (gone.contains(leadId)) {
            return false;
        }
        sent.add(leadId);
        return true;
    }

    void isGone(UUID lead) {
        gone.add(lead);
    }

    void fails(UUID lead) {
        failing.add(lead);
    }

    List<UUID> sent() {
        return List.copyOf(sent);
    }

    /** A dispatcher that serves these journeys, by hand only. */
    Dispatcher dispatcher(
            Pool pool,
            WaitingRoom room,
            LeadLock leads,
            ClockOpenings openings,
            PlatformTransactionManager transactions) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("waitingLeads", this);
        return new Dispatcher(
                pool,
                room,
                leads,
                openings,
                beans.getBeanProvider(WaitingLeads.class),
                transactions,
                Runnable::run,
                false);
    }
}
