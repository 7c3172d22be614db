package org.leadrelay.audit;

import java.util.Map;
import java.util.UUID;
import org.leadrelay.journal.JourneyLog;
import org.leadrelay.journal.Kind;
import org.leadrelay.lead.Story;
import org.springframework.stereotype.Component;

/** What happens to a lead outside any model goes into the same log. */
@Component
class StoryInLog implements Story {

    private final JourneyLog log;

    StoryInLog(JourneyLog log) {
        this.log = log;
    }

    @Override
    public void tell(UUID leadId, String kind, Map<String, ?> details) {
        log.add(leadId, Kind.ofCode(kind), details);
    }
}
