package org.leadrelay.ui.worklist;

import com.vaadin.flow.component.Component;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.leadrelay.ui.component.RoleWords;
import org.leadrelay.ui.component.Times;
import org.leadrelay.worklist.TaskRow;

/** Labels of a task's row, in the reader's language. */
final class TaskWords {

    private final Component near;
    private final Locale locale;
    private final Times times;
    private final RoleWords roles;

    TaskWords(Component near, Locale locale, InboxServices desk) {
        this.near = near;
        this.locale = locale;
        times = desk.times();
        roles = new RoleWords(desk.roles().all(), locale);
    }

    String text(String key) {
        return near.getTranslation(locale, key);
    }

    String due(TaskRow row) {
        return row.waiting() ? text("due.waiting") : time(row.due());
    }

    String priority(TaskRow row) {
        return TaskCodeWords.priorityText(near, row.priority());
    }

    String holder(TaskRow row) {
        String name = row.assigneeName() == null ? row.assignee() : row.assigneeName();
        return name == null ? text("inbox.row.free") : name;
    }

    String role(TaskRow row) {
        return roles.label(row.role());
    }

    String time(@Nullable Instant at) {
        return times.text(at, locale);
    }
}
