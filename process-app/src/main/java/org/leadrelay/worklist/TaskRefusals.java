package org.leadrelay.worklist;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.leadrelay.access.People;
import org.leadrelay.access.Roles;
import org.leadrelay.access.TeamReach;
import org.leadrelay.charter.Charter;
import org.leadrelay.platform.Conflict;
import org.leadrelay.platform.Forbidden;
import org.leadrelay.platform.NotFound;
import org.leadrelay.platform.ProductException;
import org.leadrelay.platform.Wording;
import org.springframework.stereotype.Component;

/** Messages of why a task is not this person's to answer, without telling more than they may know. */
@Component
class TaskRefusals {

    private static final Wording WORDING = Wording.of(TaskRefusals.class);

    private final TaskItemTable items;
    private final People people;
    private final Charter charter;
    private final TeamReach reach;

    TaskRefusals(TaskItemTable items, People people, Charter charter, TeamReach reach) {
        this.items = items;
        this.people = people;
        this.charter = charter;
        this.reach = reach;
    }

    /** The task is not there any more, or never was. */
    ProductException gone(String taskId, TaskAccess sight) {
        TaskItemTable.Done done = items.done(taskId).orElse(null);
        if (done == null) {
            return new NotFound(WORDING.text("noTask"));
        }
        if (done.role().equals(Roles.SALES_REP) ? !sight.sales() : !sight.worksAs(done.role())) {
            return notYours(done.name(), done.role());
        }
        String person = done.person();
        if (person == null) {
            return new Conflict(WORDING.text("takenAway", done.name(), time(done.at())), Map.of("task", taskId));
        }
        String name = name(person);
        return new Conflict(
                WORDING.text("completedBy", done.name(), name, time(done.at())), taker(taskId, person, name));
    }

    Forbidden notYours(TaskItem task, TaskAccess sight) {
        return sight.manager() && task.role().equals(Roles.SALES_REP)
                ? new Forbidden(reach.refusal(), Map.of("role", task.role()))
                : notYours(task.name(), task.role());
    }

    Conflict taken(TaskItem task, String by) {
        String name = name(by);
        return new Conflict(WORDING.text("takenBy", task.name(), name), taker(task.taskId(), by, name));
    }

    /** Its answer waits to be carried out. */
    Conflict answered(TaskItem task, TaskAccess sight) {
        String by = String.valueOf(task.assignee());
        String name = name(by);
        return new Conflict(
                by.equals(sight.login())
                        ? WORDING.text("answeredByYou", task.name())
                        : WORDING.text("answeredBy", task.name(), name),
                taker(task.taskId(), by, name));
    }

    String name(String login) {
        return people.displayName(login);
    }

    private static Forbidden notYours(String name, String role) {
        return new Forbidden(WORDING.text("notYours", name, role), Map.of("role", role));
    }

    private static Map<String, Object> taker(String taskId, String login, String name) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("task", taskId);
        properties.put("takenBy", name);
        properties.put("takenByLogin", login);
        return properties;
    }

    private String time(Instant at) {
        return DateTimeFormatter.ofPattern("HH:mm")
                .format(at.atZone(charter.calendar().zone()));
    }
}
