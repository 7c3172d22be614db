package org.leadrelay.notification;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.leadrelay.platform.Sweep;
import org.springframework.stereotype.Component;

/**
 * Polling for notices that another node wrote: compares what is unread with its last look, for the people who
 * are listening here.
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
