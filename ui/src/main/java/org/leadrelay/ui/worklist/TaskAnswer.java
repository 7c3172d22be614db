package org.leadrelay.ui.worklist;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Locale;
import org.leadrelay.charter.Option;
import org.leadrelay.platform.Conflict;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.ProductException;
import org.leadrelay.ui.component.Toasts;
import org.leadrelay.worklist.CompletionResult;
import org.leadrelay.worklist.TaskDetail;

/**
 * Presenter of the answer to the open task: its form, the draft that is kept of it, and the button that completes. The
 * first answer takes the task.
 */
final class TaskAnswer {

    private final InboxServices desk;
    private final TaskPane pane;
    private final TaskPane.Around around;
    private final TaskForm form;
    private final NextAttempt nextAttempt;
    private final Span saved = new Span();
    private final Button complete = new Button();

    TaskAnswer(InboxServices desk, TaskPane pane, TaskPane.Around around, TaskDetail opened, Locale locale) {
        this.desk = desk;
        this.pane = pane;
        this.around = around;
        form = new TaskForm(opened.form(), opened.draft(), locale, this::answered);
        nextAttempt = new NextAttempt(desk, opened.form(), opened.task().leadId());
        form.addBelowOutcome(nextAttempt);
        saved.addClassName("saved");
        saved.setText(opened.draft().isEmpty() ? "" : pane.getTranslation("task.draft.kept"));
        complete.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        complete.setTooltipText(pane.getTranslation("task.complete.hint") + "  [Ctrl+Enter]");
        complete.addClickListener(event -> complete());
        complete.setId("complete");
    }

    /** The form, and the bar that stays in sight however long the form is. */
    List<Component> parts() {
        H3 title = new H3(pane.getTranslation("task.answer"));
        title.addClassName("visually-hidden");
        Div asked = new Div(title, form);
        asked.addClassName("answer");
        Div bar = new Div(complete, saved);
        bar.addClassName("complete-bar");
        return List.of(asked, bar);
    }

    void show(TaskDetail now) {
        form.close(!now.mayAnswer());
        complete.setVisible(now.mayAnswer());
        name();
    }

    /** Nothing can be answered any more; what was written stays to be read and copied. */
    void close() {
        form.close(true);
        complete.setVisible(false);
    }

    /** To the first field; says whether there is one. */
    boolean focus() {
        return form.focusFirst();
    }

    /** Something was chosen by its digit: what is missing comes next. */
    void chosen() {
        form.focusMissing();
    }

    /** The outcomes that the task may have, in the order of their digits. */
    List<Option> outcomes() {
        return form.outcomes();
    }

    /** Chooses the outcome and completes; what is missing is asked for. */
    void complete(Option outcome) {
        form.choose(outcome);
        answered();
        complete();
    }

    void complete() {
        pane.opened().filter(open -> !form.closed()).ifPresent(this::complete);
    }

    private void complete(TaskDetail open) {
        String task = open.task().id();
        String outcome = form.outcome().orElse("");
        CompletionResult done;
        try {
            done = desk.work().complete(task, form.answers(), desk.undo().grace());
        } catch (Invalid wrong) {
            String rest = form.show(wrong);
            if (!rest.isEmpty()) {
                Toasts.failed(rest);
            }
            return;
        } catch (Conflict taken) {
            pane.lost(taken.detail());
            around.changed();
            return;
        } catch (ProductException refused) {
            Toasts.refused(refused);
            return;
        }
        if (done.undoUntil() == null) {
            Toasts.done(UndoStack.said(pane, open.task().lead(), outcome, form.wins()));
        } else {
            UndoStack.look(UI.getCurrent());
        }
        around.completed(task);
    }

    /** The first answer takes the task; every answer is kept. */
    private void answered() {
        name();
        pane.opened().ifPresent(open -> {
            String task = open.task().id();
            try {
                if (!desk.me().equals(open.task().assignee())) {
                    desk.work().claim(task);
                    pane.look();
                    around.claimed(task);
                }
                desk.work().saveDraft(task, form.answers());
                saved.setText(pane.getTranslation("task.draft.saved"));
            } catch (ProductException refused) {
                pane.lost(refused.detail());
            }
        });
    }

    /** Names the button by the outcome that is chosen, and says what comes of it. */
    private void name() {
        nextAttempt.show(form.answers());
        complete.setText(form.outcome()
                .map(outcome -> pane.getTranslation("task.complete.as", outcome))
                .orElseGet(() -> pane.getTranslation("task.complete")));
    }
}
