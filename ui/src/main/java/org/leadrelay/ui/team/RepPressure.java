package org.leadrelay.ui.team;

import java.io.Serializable;
import java.util.Map;
import org.leadrelay.worklist.RepsTasks.Pressing;

/**
 * What presses on reps, by login.
 *
 * @param tasks open tasks that are overdue, or soon due
 * @param late promises of the last six weeks that were kept late, or still are not
 */
record RepPressure(Map<String, Pressing> tasks, Map<String, Long> late) implements Serializable {

    static final RepPressure NONE = new RepPressure(Map.of(), Map.of());

    RepPressure {
        tasks = Map.copyOf(tasks);
        late = Map.copyOf(late);
    }

    long overdue(String login) {
        return tasks.getOrDefault(login, new Pressing(0, 0)).overdue();
    }

    long soon(String login) {
        return tasks.getOrDefault(login, new Pressing(0, 0)).soon();
    }

    long late(String login) {
        return late.getOrDefault(login, 0L);
    }
}
