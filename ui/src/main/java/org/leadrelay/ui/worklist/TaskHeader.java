package org.leadrelay.ui.worklist;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import org.leadrelay.ui.component.DueTime;
import org.leadrelay.ui.component.DueWords;
import org.leadrelay.ui.component.RoleWords;
import org.leadrelay.ui.lead.LeadNavigation;
import org.leadrelay.worklist.TaskDetail;
import org.leadrelay.worklist.TaskRow;

/** Header of a task: whose it is, about which lead, until when, and what can be done with it as a whole. */
class TaskHeader extends Div {

    private static final long serialVersionUID = 1L;

    /** What a person can do with a task besides answering it. */
    interface Deeds {
        void claim();

        void release();

        void assign();

        void ask();

        void back();
    }

    private final Deeds actions;
    private final DueWords words;
    private final RoleWords roles;

    TaskHeader(Deeds actions, DueWords words, RoleWords roles) {
        this.actions = actions;
        this.words = words;
        this.roles = roles;
        addClassName("task-header");
    }

    void show(TaskDetail detail, String me) {
        removeAll();
        TaskRow task = detail.task();
        boolean mine = me.equals(task.assignee());

        Button back = button(VaadinIcon.ARROW_LEFT, "task.back", actions::back);
        back.addClassName("only-phone");
        H2 lead = new H2(LeadNavigation.link(task.leadId(), task.lead()));
        Div who = new Div(back, lead);
        who.addClassName("task-lead");
        if (task.company() != null) {
            who.add(new Span(task.company()));
        }

        Span step = new Span(task.name());
        step.addClassName("task-step");
        DueTime due = new DueTime().asSentence();
        due.show(task, words);
        Div what = new Div(step, TaskCodeWords.priority(this, task.priority()), due);
        what.addClassName("task-what");

        Div holder = new Div();
        holder.addClassName("task-holder");
        holder.add(holder(task, mine));
        if (task.assignee() == null && detail.mayAnswer()) {
            holder.add(text("task.claim", "c", actions::claim));
        }
        if (task.assignee() != null && task.answeredAt() == null && (mine || detail.mayAssign())) {
            holder.add(text("task.release", "r", actions::release));
        }
        if (detail.mayAssign()) {
            holder.add(text("task.assign", "a", actions::assign));
        }
        if (detail.mayAsk()) {
            holder.add(text("task.ask", "q", actions::ask));
        }
        add(who, what, holder);
    }

    private Span holder(TaskRow task, boolean mine) {
        String name = task.assigneeName() == null ? task.assignee() : task.assigneeName();
        Span shown = new Span(
                task.answeredAt() != null
                        ? getTranslation(mine ? "task.answered" : "task.answering", name)
                        : mine
                                ? getTranslation("task.yours")
                                : name == null
                                        ? getTranslation("task.nobodys", roles.label(task.role()))
                                        : getTranslation("task.taken", name));
        Icon icon = (mine ? VaadinIcon.USER_CHECK : VaadinIcon.USER).create();
        icon.addClassName("small-icon");
        Span line = new Span(icon, shown);
        line.addClassNames("holder", mine ? "mine" : name == null ? "nobodys" : "others");
        return line;
    }

    private Button text(String key, String hotkey, Runnable action) {
        Button button = new Button(getTranslation(key), click -> action.run());
        button.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        button.setTooltipText(getTranslation(key + ".hint") + "  [" + hotkey + "]");
        return button;
    }

    private Button button(VaadinIcon icon, String key, Runnable action) {
        Button button = new Button(icon.create(), click -> action.run());
        button.addThemeVariants(ButtonVariant.LUMO_ICON, ButtonVariant.LUMO_TERTIARY);
        button.setAriaLabel(getTranslation(key));
        return button;
    }
}
