package org.leadrelay.testing;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.leadrelay.lead.LeadJourney;
import org.leadrelay.lead.Story;

/** What leads asked of the process and told their story, for tests that run without an engine. */
public final class Recorded implements LeadJourney, Story {

    private final List<String> calls = new CopyOnWriteArrayList<>();

    /** Each as verb, blank, lead id. */
    public List<String> calls() {
        return List.copyOf(calls);
    }

    public void forget() {
        calls.clear();
    }

    @Override
    public void start(UUID leadId, UUID journeyId) {
        calls.add("start " + leadId);
    }

    @Override
    public void engaged(UUID leadId) {
        calls.add("engaged " + leadId);
    }

    @Override
    public void withdraw(UUID leadId) {
        calls.add("withdraw " + leadId);
    }

    @Override
    public void questionAsked(UUID leadId) {
        calls.add("questionAsked " + leadId);
    }

    @Override
    public void tell(UUID leadId, String kind, Map<String, ?> details) {
        calls.add("told:" + kind + " " + leadId);
    }
}
