package org.leadrelay.ui.worklist;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.renderer.Renderer;
import com.vaadin.flow.function.ValueProvider;
import org.leadrelay.ui.component.DueTime;
import org.leadrelay.ui.component.DueWords;
import org.leadrelay.worklist.TaskRow;

/** Client-side renderer of a task's row. */
final class TaskRows {

    private TaskRows() {}

    /**
     * The due time; on a phone the priority below it, whose column is not there.
     *
     * @param near gives the language
     */
    static Renderer<TaskRow> due(DueWords words, Component near) {
        return LitRenderer.<TaskRow>of("<lr-due .promise=${item.promise} .waiting=${item.waiting}></lr-due>"
                        + "<span class='priority priority-${item.priority} only-narrow'>${item.word}</span>")
                .withProperty("priority", TaskRow::priority)
                .withProperty("word", row -> TaskCodeWords.priorityText(near, row.priority()))
                .withProperty("waiting", TaskRow::waiting)
                .withProperty("promise", row -> DueTime.promise(row, words, near));
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
        if (row.answeredAt() != null) {
            return near.getTranslation(
                    me.equals(assignee) ? "inbox.row.answered" : "inbox.row.answering",
                    row.assigneeName() == null ? assignee : row.assigneeName());
        }
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

    /**
     * The lead, with a mark below it where marketing has answered.
     *
     * @param near gives the language
     */
    static Renderer<TaskRow> lead(Component near, ValueProvider<TaskRow, String> below) {
        return LitRenderer.<TaskRow>of("<div class='cell'><span class='first'>${item.first}</span><span class='below'>"
                        + "<span class='mark' ?hidden=${!item.mark} title=${item.hint}>${item.mark}</span>"
                        + "${item.below}</span></div>")
                .withProperty("first", TaskRow::lead)
                .withProperty("mark", row -> row.answered() ? near.getTranslation("inbox.row.answered") : "")
                .withProperty("hint", row -> row.answered() ? near.getTranslation("inbox.row.answered.hint") : "")
                .withProperty("below", below);
    }

    /** Two lines, the second one quieter. */
    static Renderer<TaskRow> two(ValueProvider<TaskRow, String> first, ValueProvider<TaskRow, String> below) {
        return LitRenderer.<TaskRow>of("<div class='cell'><span class='first'>${item.first}</span>"
                        + "<span class='below'>${item.below}</span></div>")
                .withProperty("first", first)
                .withProperty("below", below);
    }
}
