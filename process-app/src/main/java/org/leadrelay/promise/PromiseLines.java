package org.leadrelay.promise;

import java.util.LinkedHashMap;
import java.util.Map;
import org.leadrelay.audit.JourneyLog;
import org.leadrelay.audit.Kind;
import org.springframework.stereotype.Component;

/** What the ledger tells the journey log: enough to rebuild the ledger from it. */
@Component
class PromiseLines {

    private final JourneyLog log;

    PromiseLines(JourneyLog log) {
        this.log = log;
    }

    void opened(
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
        add(promise, Kind.PROMISE_OPENED, details);
    }

    void add(Promise promise, Kind kind, Map<String, ?> details) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("promise", promise.id().toString());
        all.put("clause", promise.clause());
        details.forEach(
                (name, value) -> all.put(name, value instanceof Number ? value : value.toString()));
        log.add(promise.leadId(), kind, all);
    }
}
