package org.leadrelay.ui.worklist;

import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.leadrelay.charter.Option;
import org.leadrelay.lead.LeadCard;
import org.leadrelay.platform.ProductException;
import org.leadrelay.ui.component.EmptyState;
import org.leadrelay.ui.component.RoleWords;
import org.leadrelay.worklist.TaskDetail;

/** Detail pane of one task: its lead, what was said before, its form and what belongs to it. Looking at it takes nothing. */
class TaskPane extends Div {

    private static final long serialVersionUID = 1L;

    /** What the inbox does when something was done to the open task. */
    interface Around {

        /** The task was completed: the next one is up. */
        void completed(String taskId);

        /** The first answer has taken the task. */
        void claimed(String taskId);

        /** Somebody else was quicker: it stays open. */
        void changed();

        /** Something was done with the task besides answering it: it stays open for as long as it is listed. */
        void acted();

        /** Back to the list alone. */
        void back();

        /** Where the focus goes. */
        TaskFocus focus();
    }

    /** The parts of the pane that are made anew for each task. */
    private record Opened(TaskAnswer answer, SoFarPanel soFar, OpeningPanel opening, TaskBackground background) {}

    private final InboxServices desk;
    private final Around around;
    private final OpenTaskActions actions;
    private final TaskHeader header;
    private final Div banner = new Div();
    private final BreachQuestion breach;
    private final Div summary = new Div();
    private final Div facts = new Div();
    private final OpeningPanel.FoldMemory folded;
    private @Nullable TaskDetail detail;
    private @Nullable Opened parts;

    TaskPane(InboxServices desk, Around around) {
        this.desk = desk;
        this.around = around;
        folded = new OpeningPanel.FoldMemory(desk.openings());
        actions = new OpenTaskActions(desk, this, around);
        header = new TaskHeader(actions, desk.due(), new RoleWords(desk.roles().all(), getLocale()));
        breach = new BreachQuestion(desk.breaches(), this::look);
        addClassName("task-pane");
        getElement().setAttribute("tabindex", "-1");
        banner.addClassName("banner");
        banner.getElement().setAttribute("role", "status");
        facts.addClassName("lead-facts-part");
        nothing();
    }

    /** No task is open. */
    final void nothing() {
        forget();
        add(new EmptyState(getTranslation("task.nothing.title"), getTranslation("task.nothing.why")));
    }

    /** Opens a task; one that is gone says why, and shows what this person had filled in. */
    void open(String taskId) {
        forget();
        TaskDetail opened;
        try {
            opened = desk.worklist().task(taskId);
        } catch (ProductException gone) {
            add(new GoneTask(gone.detail(), desk.work().draft(taskId), around::back));
            return;
        }
        detail = opened;
        Opened now = new Opened(
                new TaskAnswer(desk, this, around, opened, getLocale()),
                new SoFarPanel(desk.times(), opened),
                new OpeningPanel(desk.openings(), desk.votes(), folded, desk.times(), opened.task()),
                new TaskBackground(desk, opened, this::comment));
        parts = now;
        writeCard(opened);
        add(header, banner, breach, now.soFar(), now.opening(), summary);
        add(now.answer().parts());
        add(facts, now.background());
        show(opened);
    }

    /** Something happened to the open task: looks again without touching what is being typed. */
    void look() {
        TaskDetail open = detail;
        Opened shown = parts;
        if (open == null || shown == null) {
            return;
        }
        try {
            TaskDetail now = desk.worklist().again(open.task().id());
            detail = now;
            show(now);
            shown.background().again(now);
            shown.soFar().again(now);
            shown.opening().again(now.task());
        } catch (ProductException gone) {
            lost(gone.detail());
        }
    }

    /** A fact of the lead was corrected. */
    void factChanged() {
        TaskDetail open = detail;
        if (open != null && parts != null) {
            writeCard(open);
            parts.opening().again();
        }
    }

    /** Folds the card for the first talk, or unfolds it. */
    void foldOpening() {
        if (parts != null) {
            parts.opening().fold();
        }
    }

    /** Says whether the play on the card helped. */
    void sayOfOpening(boolean helped) {
        if (parts != null) {
            parts.opening().say(helped);
        }
    }

    private void writeCard(TaskDetail open) {
        summary.removeAll();
        facts.removeAll();
        card(open).ifPresent(card -> {
            summary.add(new LeadSummary(card));
            facts.add(new LeadFacts(card, desk.times()));
        });
    }

    /** What can be done to the open task; where none is open, nothing is done. */
    OpenTaskActions actions() {
        return actions;
    }

    /** The task that is open. */
    Optional<TaskDetail> opened() {
        return Optional.ofNullable(detail);
    }

    boolean shows(@Nullable String taskId) {
        return detail != null && detail.task().id().equals(taskId);
    }

    void focusForm() {
        if (parts == null || !parts.answer().focus()) {
            around.focus().pane();
        }
    }

    /** To the field for a comment. */
    void writeComment() {
        if (parts != null) {
            parts.background().writeComment();
        }
    }

    /** Something was chosen by its digit: what is missing comes next. */
    void chosen() {
        answer(TaskAnswer::chosen);
    }

    /** The outcomes that the open task may have, in the order of their digits. */
    List<Option> outcomes() {
        return parts == null ? List.of() : parts.answer().outcomes();
    }

    /** Chooses the outcome and completes; what is missing is asked for. */
    void complete(Option outcome) {
        answer(answer -> answer.complete(outcome));
    }

    void complete() {
        answer(TaskAnswer::complete);
    }

    /** Somebody else was quicker, or the task is gone. */
    void lost(String why) {
        text(why);
        answer(TaskAnswer::close);
    }

    /** What the browser calls this page while the task is open. */
    Optional<String> title(boolean withLead) {
        return opened().map(TaskDetail::task).map(task -> withLead ? task.lead() + ": " + task.name() : task.name());
    }

    private void answer(Consumer<TaskAnswer> work) {
        if (parts != null) {
            work.accept(parts.answer());
        }
    }

    private void comment(String words) {
        opened().ifPresent(open -> {
            desk.work().comment(open.task().id(), words);
            look();
            around.focus().row();
        });
    }

    private void show(TaskDetail now) {
        boolean mine = desk.me().equals(now.task().assignee());
        header.show(now, desk.me());
        breach.show(now.unexplained(), mine);
        answer(answer -> answer.show(now));
        banner.setVisible(false);
        String by = now.task().assigneeName();
        if (now.whyNot() != null) {
            text(now.whyNot());
        } else if (now.task().answeredAt() != null) {
            text(getTranslation(mine ? "task.answered.banner" : "task.answering.banner", by));
        } else if (!now.mayAnswer() && by != null && !mine) {
            text(getTranslation("task.taken.banner", by));
        }
    }

    private void text(String words) {
        banner.setText(words);
        banner.setVisible(true);
    }

    private Optional<LeadCard> card(TaskDetail opened) {
        try {
            return Optional.of(
                    desk.cards().card(opened.task().leadId(), desk.person().get()));
        } catch (ProductException hidden) {
            return Optional.empty();
        }
    }

    private void forget() {
        removeAll();
        detail = null;
        parts = null;
        banner.setVisible(false);
    }
}
