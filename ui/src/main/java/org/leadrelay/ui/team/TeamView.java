package org.leadrelay.ui.team;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.leadrelay.access.Roles;
import org.leadrelay.assignment.Absence;
import org.leadrelay.assignment.HandOffs;
import org.leadrelay.assignment.RepChoice;
import org.leadrelay.assignment.Reps;
import org.leadrelay.lead.LeadCards;
import org.leadrelay.ui.component.Ask;
import org.leadrelay.ui.component.Ticker;
import org.leadrelay.ui.component.Times;
import org.leadrelay.ui.component.Told;

/** The reps with their load, and the leads for which nobody is able. */
@Route(TeamNavigation.TEAM)
@RolesAllowed(Roles.SALES_MANAGER)
class TeamView extends VerticalLayout implements HasDynamicTitle {

    private final Reps reps;
    private final Times times;
    private final RepsGrid grid;
    private final WaitingPanel waiting;
    private final Span total = new Span();

    TeamView(Reps reps, HandOffs handOffs, LeadCards cards, Times times, Ticker ticker) {
        this.reps = reps;
        this.times = times;
        grid = new RepsGrid(times, this::capacity, this::away, this::back, this::cancel);
        waiting = new WaitingPanel(handOffs, cards, times);
        ticker.whileShown(this, this::show);

        addClassNames("team-view", "scrolled");
        Div head = new Div(new H1(getTranslation("team.title")), total);
        total.addClassNames("head-count", "figures");
        head.addClassName("view-head");
        add(head, grid, new H2(getTranslation("team.waiting")), waiting);
        show();
    }

    private void show() {
        List<RepChoice> all = reps.all();
        grid.show(all);
        total.setText(
                getTranslation(
                        "team.total",
                        all.stream().mapToLong(RepChoice::openLeads).sum(),
                        all.stream().mapToLong(RepChoice::capacity).sum()));
        waiting.show();
    }

    private void capacity(RepChoice rep) {
        new CapacityDialog(rep)
                .ask(
                        capacity -> {
                            reps.setCapacity(rep.login(), capacity);
                            show();
                            Told.done(getTranslation("team.capacity.set", rep.name(), capacity));
                        });
    }

    private void away(RepChoice rep) {
        new AbsenceDialog(rep, times)
                .ask(
                        (from, until) -> {
                            reps.away(rep.login(), from, until);
                            show();
                            Told.done(getTranslation("team.away.set", rep.name()));
                        });
    }

    private void back(RepChoice rep) {
        Ask.before(
                getTranslation("team.back.ask", rep.name()),
                getTranslation("team.back.consequence"),
                getTranslation("team.back"),
                () -> {
                    reps.back(rep.login());
                    show();
                });
    }

    private void cancel(RepChoice rep, Absence absence) {
        Ask.before(
                getTranslation("team.absence.cancel.ask", rep.name()),
                getTranslation("team.back.consequence"),
                getTranslation("team.absence.cancel"),
                () -> {
                    reps.cancel(rep.login(), absence.id());
                    show();
                });
    }

    @Override
    public String getPageTitle() {
        return getTranslation("team.title");
    }
}
