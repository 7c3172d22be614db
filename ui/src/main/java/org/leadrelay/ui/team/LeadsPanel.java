package org.leadrelay.ui.team;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dnd.DragSource;
import com.vaadin.flow.component.dnd.EffectAllowed;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.function.SerializableConsumer;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadrelay.assignment.RepChoice;
import org.leadrelay.ui.component.DueTime;
import org.leadrelay.ui.component.DueWords;
import org.leadrelay.ui.component.EmptyState;
import org.leadrelay.ui.lead.LeadNavigation;
import org.leadrelay.worklist.TaskRow;

/** List of one rep's open tasks, each of which can be dragged to another rep, or given by a button. */
final class LeadsPanel extends Div {

    private final DueWords words;
    private final SerializableConsumer<TaskRow> give;
    private final SerializableConsumer<@Nullable TaskRow> dragged;
    private final H2 title = new H2();
    private final Paragraph how = new Paragraph();
    private final Div list = new Div();
    private @Nullable RepChoice rep;
    private List<TaskRow> tasks = List.of();
    private boolean overdueOnly;

    /**
     * @param give asks to whom a task shall go
     * @param dragged told which task is being dragged, and null when it is let go
     */
    LeadsPanel(
            DueWords words,
            SerializableConsumer<TaskRow> give,
            SerializableConsumer<@Nullable TaskRow> dragged,
            Runnable close) {
        this.words = words;
        this.give = give;
        this.dragged = dragged;
        addClassName("rep-leads");
        Button shut = new Button(VaadinIcon.CLOSE_SMALL.create(), click -> close.run());
        shut.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE, ButtonVariant.LUMO_ICON);
        shut.setAriaLabel(getTranslation("team.leads.close"));
        shut.setTooltipText(getTranslation("team.leads.close"));
        Div head = new Div(title, shut);
        head.addClassName("rep-leads-head");
        how.addClassNames("secondary", "not-on-phones");
        list.addClassName("rep-leads-list");
        add(head, how, list);
        setVisible(false);
    }

    void hide() {
        rep = null;
        setVisible(false);
    }

    /**
     * @param overdue whether only those are shown whose due instant has passed
     */
    void show(RepChoice chosen, List<TaskRow> all, boolean overdue, Instant now) {
        List<TaskRow> open = overdue
                ? all.stream()
                        .filter(each -> !each.waiting()
                                && each.due() != null
                                && !each.due().isAfter(now))
                        .toList()
                : all;
        setVisible(true);
        if (chosen.equals(rep) && open.equals(tasks) && overdue == overdueOnly) {
            return;
        }
        rep = chosen;
        tasks = open;
        overdueOnly = overdue;
        title.setText(getTranslation(overdue ? "team.leads.overdue" : "team.leads.of", chosen.name(), open.size()));
        how.setText(getTranslation("team.leads.how"));
        how.setVisible(!open.isEmpty());
        list.removeAll();
        if (open.isEmpty()) {
            list.getElement().removeAttribute("role");
            list.add(new EmptyState(
                    getTranslation("team.leads.none"),
                    getTranslation(overdue ? "team.leads.none.overdue" : "team.leads.none.why", chosen.name())));
        } else {
            list.getElement().setAttribute("role", "list");
        }
        open.forEach(each -> list.add(line(each)));
    }

    private Component line(TaskRow task) {
        Icon handle = VaadinIcon.ELLIPSIS_V.create();
        handle.addClassNames("drag-handle", "not-on-phones");
        handle.getElement().setAttribute("aria-hidden", "true");
        String company = task.company();
        Span below =
                new Span(company == null || company.equals(task.lead()) ? task.name() : company + " · " + task.name());
        below.addClassName("second-line");
        Div about = new Div(LeadNavigation.link(task.leadId(), task.lead()), below);
        about.addClassName("two-lines");
        DueTime due = new DueTime();
        due.show(task, words);
        Button to = new Button(getTranslation("team.give"), click -> give.accept(task));
        to.addThemeVariants(ButtonVariant.LUMO_SMALL);
        to.setAriaLabel(getTranslation("team.give.of", task.lead()));
        Div line = new Div(handle, about, due, to);
        line.addClassName("rep-lead");
        line.getElement().setAttribute("role", "listitem");
        DragSource<Div> source = DragSource.create(line);
        source.setEffectAllowed(EffectAllowed.MOVE);
        source.addDragStartListener(event -> dragged.accept(task));
        source.addDragEndListener(event -> dragged.accept(null));
        return line;
    }
}
