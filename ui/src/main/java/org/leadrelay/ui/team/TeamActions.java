package org.leadrelay.ui.team;

import com.vaadin.flow.component.Component;
import java.io.Serializable;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leadrelay.assignment.Absence;
import org.leadrelay.assignment.RepChoice;
import org.leadrelay.charter.Option;
import org.leadrelay.platform.ProductException;
import org.leadrelay.ui.component.ConfirmDialogs;
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
                    desk.attendance().away(rep.login(), from, until, deputy, openTasks);
                    done("team.away.set", rep.name());
                });
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
