package org.leadrelay.ui.team;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadrelay.assignment.RepChoice;
import org.leadrelay.platform.Invalid;
import org.leadrelay.ui.component.FormDialog;
import org.leadrelay.worklist.TaskRow;

/** Dialog that gives a lead to a rep, with what that means before it is done. */
final class GiveDialog extends FormDialog {

    private final TaskRow task;
    private final List<String> needed;
    private final RepWords words;
    private final ComboBox<RepChoice> to = new ComboBox<>();
    private final Div effect = new Div();

    /**
     * @param reps who may have it
     * @param needed the skills that the lead needs
     * @param chosen the rep it was dragged to, null when it was not
     */
    GiveDialog(TaskRow task, List<RepChoice> reps, List<String> needed, @Nullable RepChoice chosen, RepWords words) {
        super("30em");
        this.task = task;
        this.needed = needed;
        this.words = words;
        to.addValueChangeListener(event -> show(event.getValue()));

        setHeaderTitle(getTranslation("team.give.title", task.lead()));
        to.setLabel(getTranslation("team.give.to"));
        to.setItems(reps);
        to.setItemLabelGenerator(
                each -> getTranslation("team.give.rep", each.name(), each.openLeads(), each.capacity()));
        to.setManualValidation(true);
        to.setWidthFull();
        effect.addClassName("forecast");
        effect.getElement().setAttribute("role", "status");
        effect.setVisible(reps.isEmpty());
        refusals().field("assignee", to);
        form(to, effect);
        if (reps.isEmpty()) {
            to.setVisible(false);
            effect.add(new Paragraph(getTranslation("assign.nobody")));
        }
        if (chosen != null && reps.contains(chosen)) {
            to.setValue(chosen);
        }
    }

    void ask(SerializableConsumer<RepChoice> given) {
        keeping();
        saves(getTranslation("team.give.do"), () -> {
            RepChoice rep = to.getValue();
            if (rep == null) {
                throw Invalid.field("assignee", getTranslation("assign.choose"));
            }
            given.accept(rep);
        });
        setSaveEnabled(to.isVisible());
        open();
        if (to.getValue() != null) {
            focusSave();
        }
    }

    private void show(@Nullable RepChoice rep) {
        effect.removeAll();
        effect.setVisible(rep != null);
        if (rep == null) {
            return;
        }
        UnorderedList lines = new UnorderedList();
        long then = rep.openLeads() + 1;
        lines.add(line(
                getTranslation("team.give.load", rep.name(), then, rep.capacity())
                        + (then > rep.capacity() ? " " + getTranslation("team.above") : ""),
                then > rep.capacity()));
        Integer limit = rep.perPeriod();
        if (limit != null && rep.inPeriod() >= limit) {
            lines.add(line(getTranslation("team.give.period", rep.name(), limit), true));
        }
        RepWords.running(rep, words.now())
                .ifPresent(away -> lines.add(line(getTranslation("team.give.absent", rep.name()), true)));
        List<String> missing =
                needed.stream().filter(skill -> !rep.skills().contains(skill)).toList();
        if (!missing.isEmpty()) {
            lines.add(line(getTranslation("team.give.skills", rep.name(), words.skills(missing, getLocale())), true));
        }
        lines.add(line(promise(), false));
        effect.add(lines);
    }

    private String promise() {
        if (task.waiting()) {
            return getTranslation("team.give.waits");
        }
        return task.due() == null
                ? getTranslation("team.give.noPromise")
                : getTranslation("team.give.promise", words.due().sentence(task, getLocale()));
    }

    private static ListItem line(String text, boolean warning) {
        ListItem line = new ListItem(text);
        line.setClassName("warning", warning);
        return line;
    }
}
