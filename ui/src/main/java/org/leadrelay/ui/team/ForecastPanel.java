package org.leadrelay.ui.team;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leadrelay.assignment.AbsenceHandling;
import org.leadrelay.assignment.RepChoice;
import org.leadrelay.ui.component.DueWords;
import org.leadrelay.worklist.RepsTasks;
import org.leadrelay.worklist.TaskRow;

/** Preview of what an absence would do to a rep's open tasks. */
final class ForecastPanel extends Div {

    private static final int MOST_NAMED = 5;

    private final RepChoice rep;
    private final Map<String, RepChoice> reps;
    private final DueWords due;

    ForecastPanel(RepChoice rep, List<RepChoice> all, DueWords due) {
        this.rep = rep;
        this.reps = all.stream().collect(Collectors.toMap(RepChoice::login, each -> each));
        this.due = due;
        addClassName("forecast");
        getElement().setAttribute("role", "status");
    }

    void nothing() {
        removeAll();
        add(new Paragraph(getTranslation("team.forecast.noDeputy")));
    }

    void show(AbsenceHandling chosen, List<RepsTasks.Move> moves, @Nullable Instant from, @Nullable Instant until) {
        removeAll();
        if (moves.isEmpty()) {
            add(new Paragraph(getTranslation("team.forecast.none", rep.name())));
            return;
        }
        UnorderedList effect = new UnorderedList();
        if (chosen == AbsenceHandling.STAY) {
            stay(effect, moves, from, until);
        } else {
            go(effect, moves);
        }
        Paragraph note = new Paragraph(
                getTranslation(chosen == AbsenceHandling.STAY ? "team.forecast.promises" : "team.forecast.estimate"));
        note.addClassName("secondary");
        add(effect, note);
    }

    private void stay(
            UnorderedList effect, List<RepsTasks.Move> moves, @Nullable Instant from, @Nullable Instant until) {
        effect.add(new ListItem(getTranslation("team.forecast.stay", moves.size(), rep.name())));
        List<TaskRow> fall = moves.stream()
                .map(RepsTasks.Move::task)
                .filter(task -> fallsDue(task.due(), from, until))
                .toList();
        if (!fall.isEmpty()) {
            ListItem due = new ListItem(getTranslation("team.forecast.due", fall.size(), named(fall)));
            due.addClassName("warning");
            effect.add(due);
        }
    }

    private static boolean fallsDue(@Nullable Instant due, @Nullable Instant from, @Nullable Instant until) {
        return due != null && (from == null || !due.isBefore(from)) && (until == null || due.isBefore(until));
    }

    private String named(List<TaskRow> tasks) {
        String names = tasks.stream()
                .limit(MOST_NAMED)
                .map(each -> each.lead() + " (" + due.sentence(each, getLocale()) + ")")
                .collect(Collectors.joining(", "));
        return tasks.size() > MOST_NAMED
                ? getTranslation("team.forecast.more", names, tasks.size() - MOST_NAMED)
                : names;
    }

    private void go(UnorderedList effect, List<RepsTasks.Move> moves) {
        Map<String, Long> byRep = new TreeMap<>();
        long nobody = 0;
        for (RepsTasks.Move each : moves) {
            String to = each.to();
            if (to == null) {
                nobody++;
            } else {
                byRep.merge(to, 1L, Long::sum);
            }
        }
        byRep.forEach((login, count) -> effect.add(to(login, count)));
        if (nobody > 0) {
            ListItem line = new ListItem(getTranslation("team.forecast.nobody", nobody));
            line.addClassName("warning");
            effect.add(line);
        }
    }

    private ListItem to(String login, long count) {
        RepChoice to = reps.get(login);
        if (to == null) {
            return new ListItem(getTranslation("team.forecast.to", count, login));
        }
        long then = to.openLeads() + count;
        ListItem line = new ListItem(getTranslation("team.forecast.to.load", count, to.name(), then, to.capacity()));
        if (then > to.capacity()) {
            line.addClassName("warning");
            line.setText(line.getText() + " " + getTranslation("team.above"));
        }
        return line;
    }
}
