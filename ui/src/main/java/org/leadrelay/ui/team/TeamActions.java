package org.leadrelay.ui.team;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leadrelay.assignment.Absence;
import org.leadrelay.assignment.AbsenceHandling;
import org.leadrelay.assignment.RepChoice;
import org.leadrelay.charter.Option;
import org.leadrelay.platform.ProductException;
import org.leadrelay.ui.component.ConfirmDialogs;
import org.leadrelay.ui.component.InfoDialog;
import org.leadrelay.ui.component.Toasts;
import org.leadrelay.worklist.TaskRow;

/** Actions of the sales manager on the team's page: each asks first, and says what was done. */
final class TeamActions implements Serializable {

    private final Component page;
    private final TeamServices desk;
    private final Runnable show;

    TeamActions(Component page, TeamServices desk, Runnable show) {
        this.page = page;
        this.desk = desk;
        this.show = show;
    }

    void limits(RepChoice rep) {
        new LimitsDialog(rep).ask((capacity, perPeriod, period) -> {
            desk.reps().setLimits(rep.login(), capacity, perPeriod, period);
            done("team.limits.set", rep.name());
        });
    }

    void skills(RepChoice rep) {
        new SkillsDialog(rep, desk.skills().all()).ask(skills -> {
            desk.skills().of(rep.login(), skills);
            done("team.skills.set", rep.name());
        });
    }

    void skillList() {
        new SkillListDialog(desk.skills(), show).open();
    }

    void away(RepChoice rep) {
        new AbsenceDialog(rep, desk.reps().all(), desk.tasks(), desk.words().due())
                .ask((from, until, deputy, openTasks) -> {
                    String announced = announced(rep, from, deputy, openTasks);
                    desk.attendance().away(rep.login(), from, until, deputy, openTasks);
                    if (announced == null) {
                        desk.absent().moveNow(rep.login());
                    }
                    done("team.away.set", rep.name(), announced == null ? did(rep) + "." : announced);
                });
    }

    /** What an absence that lies ahead, or leaves the tasks, will do; null for one that does it now. */
    private @Nullable String announced(
            RepChoice rep, @Nullable Instant from, @Nullable String deputy, AbsenceHandling openTasks) {
        if (openTasks == AbsenceHandling.STAY) {
            return page.getTranslation(
                    "team.away.stay", desk.tasks().of(rep.login()).size());
        }
        if (from == null || !from.isAfter(desk.words().now())) {
            return null;
        }
        return page.getTranslation("team.away.ahead", said(moves(rep, deputy, openTasks)));
    }

    private List<Absence.Moved> moves(RepChoice rep, @Nullable String deputy, AbsenceHandling openTasks) {
        Map<String, Long> byRep = new TreeMap<>();
        desk.tasks()
                .forecast(rep.login(), deputy, openTasks)
                .forEach(each -> byRep.merge(each.to() == null ? "" : each.to(), 1L, Long::sum));
        return byRep.entrySet().stream()
                .map(each -> new Absence.Moved(each.getKey().isEmpty() ? null : each.getKey(), each.getValue()))
                .toList();
    }

    /** What the absence that has just begun did. */
    private String did(RepChoice rep) {
        return desk.reps().absencesOf(rep.login()).stream()
                .findFirst()
                .map(each -> said(each.moved()))
                .orElse("");
    }

    private String said(List<Absence.Moved> moved) {
        return moved.isEmpty()
                ? page.getTranslation("team.moved.none")
                : desk.words().moved(moved, names(), UI.getCurrent().getLocale());
    }

    private Map<String, String> names() {
        return desk.reps().all().stream().collect(Collectors.toMap(RepChoice::login, RepChoice::name));
    }

    /** The last absences, and what each did. */
    void absences(RepChoice rep) {
        InfoDialog dialog = new InfoDialog("36em");
        dialog.setHeaderTitle(page.getTranslation("team.absences.of", rep.name()));
        List<Absence> all = desk.reps().absencesOf(rep.login());
        UnorderedList list = new UnorderedList();
        list.addClassName("absences");
        all.forEach(each -> {
            Span effect = new Span(
                    each.openTasks() == AbsenceHandling.STAY
                            ? page.getTranslation("team.moved.stayed")
                            : said(each.moved()));
            effect.addClassName("second-line");
            list.add(new ListItem(
                    new Span(desk.words().absence(each, names(), UI.getCurrent().getLocale())), effect));
        });
        dialog.add(all.isEmpty() ? new Paragraph(page.getTranslation("team.absences.none")) : list);
        dialog.open();
    }

    void back(RepChoice rep) {
        ConfirmDialogs.before(
                page.getTranslation("team.back.ask", rep.name()),
                page.getTranslation("team.back.consequence"),
                page.getTranslation("team.back"),
                () -> {
                    desk.attendance().back(rep.login());
                    show.run();
                });
    }

    void cancel(RepChoice rep, Absence absence) {
        ConfirmDialogs.before(
                page.getTranslation("team.absence.cancel.ask", rep.name()),
                page.getTranslation("team.back.consequence"),
                page.getTranslation("team.absence.cancel"),
                () -> {
                    desk.attendance().cancel(rep.login(), absence.id());
                    show.run();
                });
    }

    /**
     * @param chosen the rep to whom the lead was dragged, null when somebody is still to be chosen
     */
    void give(TaskRow task, @Nullable RepChoice chosen) {
        try {
            Set<String> allowed = desk.worklist().candidates(task.id()).stream()
                    .map(Option::value)
                    .filter(login -> !login.equals(task.assignee()))
                    .collect(Collectors.toSet());
            List<RepChoice> reps = desk.reps().all().stream()
                    .filter(each -> allowed.contains(each.login()))
                    .toList();
            new GiveDialog(task, reps, desk.tasks().skillsFor(task.id()), chosen, desk.words()).ask(rep -> {
                desk.work().reassign(task.id(), rep.login());
                done("team.give.done", task.lead(), rep.name());
            });
        } catch (ProductException gone) {
            Toasts.refused(gone);
            show.run();
        }
    }

    private void done(String key, String... words) {
        show.run();
        Toasts.done(page.getTranslation(key, (Object[]) words));
    }
}
