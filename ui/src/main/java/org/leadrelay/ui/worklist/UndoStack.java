package org.leadrelay.ui.worklist;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.leadrelay.platform.ProductException;
import org.leadrelay.ui.component.LiveInbox;
import org.leadrelay.ui.component.Toasts;
import org.leadrelay.ui.lead.LeadNavigation;
import org.leadrelay.worklist.InboxChange;
import org.leadrelay.worklist.InboxChanges;
import org.leadrelay.worklist.TaskUndo;
import org.leadrelay.worklist.TaskUndo.Undoable;

/**
 * Undo toasts: one for each answer of this person that can be taken back, newest first, on every page and after a
 * reload. They show what the table holds, and go when an answer was carried out, wherever that was.
 */
class UndoStack extends Div {

    private static final long serialVersionUID = 1L;

    private final TaskUndo undo;
    private final Clock clock;
    private List<Undoable> shown = List.of();

    UndoStack(TaskUndo undo, InboxChanges changes, Clock clock) {
        this.undo = undo;
        this.clock = clock;
        addClassName("undo-stack");
        getElement().setAttribute("role", "status");
        LiveInbox.follow(this, changes, this::changed);
    }

    /** The toasts of this page. */
    static void look(UI ui) {
        UndoStack stack = ComponentUtil.getData(ui, UndoStack.class);
        if (stack != null) {
            stack.look();
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        ComponentUtil.setData(event.getUI(), UndoStack.class, this);
        look();
    }

    private void changed(List<InboxChange> changes) {
        boolean mine = changes.stream()
                .anyMatch(each -> each.what() == InboxChange.What.ANSWERED
                        || shown.stream().anyMatch(one -> each.concernsTask(one.taskId())));
        if (mine) {
            look();
        }
    }

    private void look() {
        List<Undoable> now = undo.mine();
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        removeAll();
        now.forEach(each -> add(toast(each)));
    }

    private Div toast(Undoable answer) {
        String outcome = answer.outcome() == null ? answer.task() : answer.outcome();
        Anchor said = LeadNavigation.link(answer.leadId(), said(this, answer.lead(), outcome, answer.won()));
        Button back = new Button(getTranslation("task.undo"), click -> takeBack(undo, answer.taskId()));
        back.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        back.setTooltipText(getTranslation("task.undo.hint", answer.task(), answer.lead()) + "  [u]");
        back.setAriaLabel(getTranslation("task.undo.hint", answer.task(), answer.lead()));
        Span left = new Span();
        left.addClassName("undo-left");
        long millis =
                Math.max(0, Duration.between(clock.instant(), answer.until()).toMillis());
        left.getStyle().set("animation-duration", millis + "ms");
        Div toast = new Div(said, back, left);
        toast.addClassName("undo-toast");
        return toast;
    }

    /** What was answered; of a won deal, also how it is taken back later. */
    static String said(Component speaker, String lead, String outcome, boolean won) {
        return speaker.getTranslation(won ? "task.completed.won" : "task.completed", lead, outcome);
    }

    /** Takes the last answer back that can be. */
    static void takeBackLast(TaskUndo undo) {
        undo.mine().stream()
                .findFirst()
                .ifPresentOrElse(
                        last -> takeBack(undo, last.taskId()),
                        () -> Toasts.done(UI.getCurrent().getTranslation("task.undo.nothing")));
    }

    /** Takes an answer back, and opens its task with the form as it was filled in. */
    static void takeBack(TaskUndo undo, String taskId) {
        UI ui = UI.getCurrent();
        try {
            undo.undo(taskId);
        } catch (ProductException refused) {
            Toasts.refused(refused);
            look(ui);
            return;
        }
        look(ui);
        if (ui.getCurrentView() instanceof InboxView inbox) {
            inbox.reopen(taskId);
        } else {
            InboxNavigation.open(taskId);
        }
    }
}
