package org.leadrelay.promise;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.leadrelay.audit.JourneyLog;
import org.leadrelay.audit.Kind;
import org.leadrelay.calendar.WorkingTime;
import org.springframework.stereotype.Component;

/** What the ledger tells the journey log: enough to rebuild the ledger from it. */
@Component
class PromiseLines {

    private final JourneyLog log;

    PromiseLines(JourneyLog log) {
        this.log = log;
    }

    void opened(
            UUID id,
            Promise promise,
            String element,
            int charterVersion,
            int calendarVersion,
            WorkingTime counted) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("element", element);
        details.put("due", promise.due());
        var remind = promise.remind();
        if (remind != null) {
            details.put("remind", remind);
        }
        details.put("opened", counted.from());
        details.put("work", counted.work());
        details.put("charter", charterVersion);
        details.put("calendar", calendarVersion);
        add(promise.leadId(), id, promise.clause(), Kind.PROMISE_OPENED, details);
    }

    void add(PromiseEntity promise, Kind kind, Map<String, ?> details) {
        add(promise.leadId(), promise.id(), promise.clause(), kind, details);
    }

    private void add(UUID leadId, UUID id, String clause, Kind kind, Map<String, ?> details) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("promise", id.toString());
        all.put("clause", clause);
        details.forEach(
                (name, value) -> all.put(name, value instanceof Number ? value : value.toString()));
        log.add(leadId, kind, all);
    }
}
