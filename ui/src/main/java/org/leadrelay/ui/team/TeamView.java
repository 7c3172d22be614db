package org.leadrelay.ui.team;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.Permission;
import org.leadrelay.assignment.RepChoice;
import org.leadrelay.ui.component.DueTime;
import org.leadrelay.ui.component.Ticker;
import org.leadrelay.ui.layout.Allowed;
import org.leadrelay.worklist.TaskRow;

/**
 * View of the reps with their load, the leads of one of them, and the leads for which nobody is able. The
 * address says whose leads are shown.
 */
@Route(TeamNavigation.TEAM)
@Allowed(Permission.MANAGE_REPS)
class TeamView extends VerticalLayout implements BeforeEnterObserver, HasDynamicTitle {

    private static final String REP = "rep";
    private static final String ONLY = "only";
    private static final String OVERDUE = "overdue";

    private final TeamServices desk;
    private final TeamActions actions;
    private final RepsGrid grid;
    private final LeadsPanel leads;
    private final WaitingPanel waiting;
    private final Span total = new Span();
    private @Nullable String chosen;
    private boolean overdueOnly;
    private @Nullable TaskRow dragged;

    TeamView(TeamServices desk, Ticker ticker) {
        this.desk = desk;
        actions = new TeamActions(this, desk, this::show);
        grid = new RepsGrid(desk.words(), actions, this::choose, this::dropped);
        leads = new LeadsPanel(
                desk.words().due(), task -> actions.give(task, null), task -> dragged = task, () -> choose(null));
        waiting = new WaitingPanel(desk);
        ticker.whileShown(this, this::show);

        addClassNames("team-view", "scrolled");
        Button skills = new Button(getTranslation("team.skills.list"), click -> actions.skillList());
        skills.addThemeVariants(ButtonVariant.LUMO_SMALL);
        Div actions = new Div(skills);
        actions.addClassName("head-actions");
        Div head = new Div(new H1(getTranslation("team.title")), total, actions);
        total.addClassNames("head-count", "figures");
        head.addClassName("view-head");
        Div panes = new Div(grid, leads);
        panes.addClassName("team-panes");
        add(head, panes, new H2(getTranslation("team.waiting")), waiting);
        DueTime.speak(this, desk.words().due());
    }

    /** The address of a rep's open tasks. */
    static String tasks(String login) {
        return TeamNavigation.TEAM + "?" + QueryParameters.of(REP, login).getQueryString();
    }

    /** The address of a rep's overdue tasks. */
    static String overdue(String login) {
        return TeamNavigation.TEAM + "?"
                + QueryParameters.simple(Map.of(REP, login, ONLY, OVERDUE)).getQueryString();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        overdueOnly = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(ONLY)
                .filter(OVERDUE::equals)
                .isPresent();
        chosen =
                event.getLocation().getQueryParameters().getSingleParameter(REP).orElse(null);
        show();
    }

    private void choose(@Nullable RepChoice rep) {
        QueryParameters address = rep == null ? QueryParameters.empty() : QueryParameters.of(REP, rep.login());
        UI.getCurrent().navigate(TeamView.class, address);
    }

    private void dropped(RepChoice rep) {
        TaskRow task = dragged;
        if (task != null && !rep.login().equals(task.assignee())) {
            actions.give(task, rep);
        }
    }

    private void show() {
        List<RepChoice> all = desk.reps().all();
        grid.show(all, desk.pressure(), chosen);
        total.setText(getTranslation(
                "team.total",
                all.stream().mapToLong(RepChoice::openLeads).sum(),
                all.stream().mapToLong(RepChoice::capacity).sum()));
        all.stream()
                .filter(each -> each.login().equals(chosen))
                .findFirst()
                .ifPresentOrElse(
                        rep -> leads.show(
                                rep,
                                desk.tasks().of(rep.login()),
                                overdueOnly,
                                desk.words().now()),
                        leads::hide);
        waiting.show();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("team.title");
    }
}
