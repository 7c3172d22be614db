package org.leadrelay.ui.worklist;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.renderer.Renderer;
import com.vaadin.flow.function.ValueProvider;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.leadrelay.worklist.TaskRow;

/** Client-side renderer of a task's row. */
final class TaskRows {

    private TaskRows() {}

    static Renderer<TaskRow> due(Clock clock) {
        return LitRenderer.<TaskRow>of("<lr-due .due=${item.due} .since=${item.since} .remind=${item.remind}"
                        + " .now=${item.now} .waiting=${item.waiting}></lr-due>")
                .withProperty("due", row -> millis(row.due()))
                .withProperty("since", row -> millis(row.createdAt()))
                .withProperty("remind", row -> millis(row.remind()))
                .withProperty("waiting", TaskRow::waiting)
                .withProperty("now", row -> millis(clock.instant()));
    }

    /**
     * @param near gives the language
     * @param me login of whoever looks
     * @param gone whether a row's task is not there any more
     */
    static Renderer<TaskRow> who(Component near, String me, ValueProvider<TaskRow, Boolean> gone) {
        return LitRenderer.<TaskRow>of("<div class='cell'><span class='priority priority-${item.priority}'>"
                        + "${item.word}</span><span class='below'>${item.who}</span></div>")
                .withProperty("priority", TaskRow::priority)
                .withProperty("word", row -> TaskCodeWords.priorityText(near, row.priority()))
                .withProperty("who", row -> who(near, me, row, gone.apply(row)));
    }

    private static String who(Component near, String me, TaskRow row, boolean gone) {
        if (gone) {
            return near.getTranslation("inbox.row.gone");
        }
        String assignee = row.assignee();
        if (row.whyNot() != null) {
            return near.getTranslation("inbox.row.involved");
        }
        if (assignee == null) {
            return near.getTranslation("inbox.row.free");
        }
        if (assignee.equals(me)) {
            return near.getTranslation("inbox.row.mine");
        }
        return row.assigneeName() == null ? assignee : row.assigneeName();
    }

    /** Two lines, the second one quieter. */
    static Renderer<TaskRow> two(ValueProvider<TaskRow, String> first, ValueProvider<TaskRow, String> below) {
        return LitRenderer.<TaskRow>of("<div class='cell'><span class='first'>${item.first}</span>"
                        + "<span class='below'>${item.below}</span></div>")
                .withProperty("first", first)
                .withProperty("below", below);
    }

    private static @Nullable Long millis(@Nullable Instant at) {
        return at == null ? null : at.toEpochMilli();
    }
}
