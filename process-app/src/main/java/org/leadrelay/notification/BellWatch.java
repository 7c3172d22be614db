package org.leadrelay.notification;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.leadrelay.platform.Sweep;
import org.springframework.stereotype.Component;

/**
 * Rings the bells of open screens for what happened on another node: it compares what is unread
 * with what was unread at its last look, for the people who are listening here and nobody else.
 */
@Component
class BellWatch implements Sweep {

    private final NoticeTable table;
    private final BellListeners listeners;
    private final Map<String, String> seen = new HashMap<>();

    BellWatch(NoticeTable table, BellListeners listeners) {
        this.table = table;
        this.listeners = listeners;
    }

    /** Never says that there was work: a bell that rang gives nothing more to do. */
    @Override
    public synchronized int sweep() {
        Set<String> listening = listeners.logins();
        seen.keySet().retainAll(listening);
        if (listening.isEmpty()) {
            return 0;
        }
        Map<String, String> now = table.unreadMarks(listening);
        for (String login : listening) {
            String mark = now.getOrDefault(login, "");
            String before = seen.put(login, mark);
            if (before != null && !Objects.equals(before, mark)) {
                listeners.call(login);
            }
        }
        return 0;
    }
}
