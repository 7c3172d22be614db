package org.leadrelay.ui.worklist;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leadrelay.charter.Option;
import org.leadrelay.lead.LeadCard;
import org.leadrelay.platform.Conflict;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.ProductException;
import org.leadrelay.ui.component.EmptyState;
import org.leadrelay.ui.component.RoleWords;
import org.leadrelay.ui.component.Toasts;
import org.leadrelay.worklist.CompletionResult;
import org.leadrelay.worklist.TaskDetail;

/**
 * Detail pane of one task: its lead, its form and what belongs to it. Looking at it takes nothing; the first
 * answer takes the task.
 */
class TaskPane extends Div {

    private static final long serialVersionUID = 1L;

    /** What the inbox does when something was done to the open task. */
    interface Around {

        /** The task was completed: the next one is up. */
        void completed(String taskId);

        /** Who has the task has changed. */
        void changed(String taskId);

        /** Back to the list alone. */
        void back();

        /** Where the focus goes. */
        TaskFocus focus();
    }

    private final InboxServices desk;
    private final Around around;
    private final OpenTaskActions actions;
    private final TaskHeader header;
    private final Div banner = new Div();
    private final BreachQuestion breach;
    private final Div summary = new Div();
    private final Div facts = new Div();
    private final Span saved = new Span();
    private final Button complete = new Button();
    private @Nullable TaskDetail detail;
    private @Nullable TaskForm form;
    private @Nullable TaskBackground background;
    private @Nullable SoFarPanel soFar;
    private @Nullable NextAttempt nextAttempt;

    TaskPane(InboxServices desk, Around around) {
        this.desk = desk;
        this.around = around;
        actions = new OpenTaskActions(desk, this, around);
        header = new TaskHeader(actions, desk.due(), new RoleWords(desk.roles().all(), getLocale()));
        breach = new BreachQuestion(desk.breaches(), this::look);
        addClassName("task-pane");
        getElement().setAttribute("tabindex", "-1");
        banner.addClassName("banner");
        banner.getElement().setAttribute("role", "status");
        saved.addClassName("saved");
        complete.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        complete.setTooltipText(getTranslation("task.complete.hint") + "  [Ctrl+Enter]");
        complete.addClickListener(event -> complete());
        complete.setId("complete");
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
        TaskForm fields = new TaskForm(opened.form(), opened.draft(), getLocale(), this::answered);
        form = fields;
        NextAttempt attempt = new NextAttempt(desk, opened.form(), opened.task().leadId());
        nextAttempt = attempt;
        TaskBackground behind = new TaskBackground(desk, opened, this::comment);
        background = behind;
        H3 answer = new H3(getTranslation("task.answer"));
        answer.addClassName("visually-hidden");
        Div bar = new Div(complete, saved);
        bar.addClassName("complete-bar");
        add(header, banner, breach, soFar(opened));
        factChanged();
        add(summary);
        Div asked = new Div(answer, fields, attempt);
        asked.addClassName("answer");
        facts.addClassName("lead-facts-part");
        add(asked, bar, facts, behind);
        show(opened);
        saved.setText(opened.draft().isEmpty() ? "" : getTranslation("task.draft.kept"));
    }

    /** Something happened to the open task: looks again without touching what is being typed. */
    void look() {
        TaskDetail open = detail;
        if (open == null) {
            return;
        }
        try {
            TaskDetail now = desk.worklist().again(open.task().id());
            detail = now;
            show(now);
            if (background != null) {
                background.again(now);
            }
            if (soFar != null) {
                soFar.again(now);
            }
        } catch (ProductException gone) {
            lost(gone.detail());
        }
    }

    /** A fact of the lead was corrected. */
    void factChanged() {
        TaskDetail open = detail;
        if (open != null) {
            summary.removeAll();
            facts.removeAll();
            card(open).ifPresent(card -> {
                summary.add(new LeadSummary(card));
                facts.add(new LeadFacts(card));
            });
        }
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
        if (form == null || !form.focusFirst()) {
            around.focus().pane();
        }
    }

    /** Something was chosen by its digit: what is missing comes next. */
    void chosen() {
        if (form != null) {
            form.focusMissing();
        }
    }

    /** The outcomes that the open task may have, in the order of their digits. */
    List<Option> outcomes() {
        return form == null ? List.of() : form.outcomes();
    }

    /** Chooses the outcome and completes; what is missing is asked for. */
    void complete(Option outcome) {
        if (form != null) {
            form.choose(outcome);
            answered();
            complete();
        }
    }

    void complete() {
        TaskDetail open = detail;
        TaskForm fields = form;
        if (open == null || fields == null || fields.closed()) {
            return;
        }
        String outcome = fields.outcome().orElse("");
        CompletionResult done;
        try {
            done = desk.work()
                    .complete(open.task().id(), fields.answers(), desk.undo().grace());
        } catch (Invalid wrong) {
            String rest = fields.show(wrong);
            if (!rest.isEmpty()) {
                Toasts.failed(rest);
            }
            return;
        } catch (Conflict taken) {
            lost(taken.detail());
            around.changed(open.task().id());
            return;
        } catch (ProductException refused) {
            Toasts.refused(refused);
            return;
        }
        if (done.undoUntil() == null) {
            Toasts.done(UndoStack.said(this, open.task().lead(), outcome, fields.wins()));
        } else {
            UndoStack.look(UI.getCurrent());
        }
        around.completed(open.task().id());
    }

    /** The first answer takes the task; every answer is kept. */
    private void answered() {
        TaskDetail open = detail;
        TaskForm fields = form;
        if (open == null || fields == null) {
            return;
        }
        name(fields);
        try {
            if (!desk.me().equals(open.task().assignee())) {
                desk.work().claim(open.task().id());
                look();
                around.changed(open.task().id());
            }
            desk.work().saveDraft(open.task().id(), fields.answers());
            saved.setText(getTranslation("task.draft.saved"));
        } catch (ProductException refused) {
            lost(refused.detail());
        }
    }

    private void comment(String words) {
        TaskDetail open = detail;
        if (open != null) {
            desk.work().comment(open.task().id(), words);
            look();
        }
    }

    private void show(TaskDetail now) {
        header.show(now, desk.me());
        banner.setVisible(false);
        breach.show(now.unexplained(), desk.me().equals(now.task().assignee()));
        if (form != null) {
            form.close(!now.mayAnswer());
            name(form);
        }
        complete.setVisible(now.mayAnswer());
        String by = now.task().assigneeName();
        if (now.whyNot() != null) {
            text(now.whyNot());
        } else if (now.task().answeredAt() != null) {
            text(getTranslation(
                    desk.me().equals(now.task().assignee()) ? "task.answered.banner" : "task.answering.banner", by));
        } else if (!now.mayAnswer()
                && by != null
                && !desk.me().equals(now.task().assignee())) {
            text(getTranslation("task.taken.banner", by));
        }
    }

    /** Somebody else was quicker: what was written stays to be read and copied. */
    private void lost(String why) {
        text(why);
        complete.setVisible(false);
        if (form != null) {
            form.close(true);
        }
    }

    private void text(String words) {
        banner.setText(words);
        banner.setVisible(true);
    }

    private void name(TaskForm fields) {
        if (nextAttempt != null) {
            nextAttempt.show(fields.answers());
        }
        complete.setText(fields.outcome()
                .map(outcome -> getTranslation("task.complete.as", outcome))
                .orElseGet(() -> getTranslation("task.complete")));
    }

    private SoFarPanel soFar(TaskDetail opened) {
        SoFarPanel panel = new SoFarPanel(desk.times(), opened);
        soFar = panel;
        return panel;
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
        form = null;
        nextAttempt = null;
        background = null;
        soFar = null;
        banner.setVisible(false);
    }

    /** What the browser calls this page while the task is open. */
    Optional<String> title(boolean withLead) {
        return opened().map(TaskDetail::task).map(task -> withLead ? task.lead() + ": " + task.name() : task.name());
    }
}
