package org.leadrelay.ui.leads;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import java.text.NumberFormat;
import java.util.List;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.People;
import org.leadrelay.access.Permission;
import org.leadrelay.export.LeadExports;
import org.leadrelay.lead.LeadCards;
import org.leadrelay.lead.LeadChoices;
import org.leadrelay.ui.component.ColumnChoice;
import org.leadrelay.ui.component.EmptyState;
import org.leadrelay.ui.component.PageLink;
import org.leadrelay.ui.component.ScreenWidth;
import org.leadrelay.ui.component.Times;
import org.leadrelay.ui.layout.Allowed;

/** View of all leads that the person may see. What it shows stands in its address. */
@Route(LeadsNavigation.LEADS)
@Allowed({Permission.SEE_EVERY_LEAD, Permission.SEE_TEAM_LEADS})
class LeadsView extends VerticalLayout implements BeforeEnterObserver, HasDynamicTitle {

    private final LeadCards cards;
    private final LeadChoices choices;
    private final CurrentPerson person;
    private final Span count = new Span();
    private final LeadsBar bar;
    private final LeadsGrid grid;
    private final Div nothing = new Div();
    private LeadFilter filter = LeadFilter.none();

    LeadsView(
            LeadCards cards,
            LeadChoices choices,
            LeadExports export,
            CurrentPerson person,
            People people,
            Times times) {
        this.cards = cards;
        this.choices = choices;
        this.person = person;
        LeadWords words = LeadWords.of(this, getLocale(), times, people);
        bar = new LeadsBar(words, this::go);
        grid = new LeadsGrid(cards, person, words);
        grid.onSorted(sort -> go(filter.sorted(sort)));
        ScreenWidth.follow(this, grid::narrow);

        addClassName("leads-view");
        setSizeFull();
        nothing.addClassName("fill");
        add(head(new LeadDownload(export, words, () -> filter)), bar, grid, nothing);
        setFlexGrow(1, grid);
        setFlexGrow(1, nothing);
    }

    private Div head(LeadDownload download) {
        ColumnChoice<LeadColumn> columns = new ColumnChoice<>(
                List.of(LeadColumn.values()),
                LeadColumn.byDefault(),
                each -> getTranslation("leads.column." + each.key()),
                () -> filter.columns(),
                these -> go(filter.showing(these)));
        Div actions = new Div(columns, download);
        if (mayEnter()) {
            PageLink more = new PageLink("imports", getTranslation("leads.import"));
            PageLink enter = new PageLink("leads/new", getTranslation("leads.new"));
            enter.addClassName("button-primary");
            actions.add(more, enter);
        }
        actions.addClassName("head-actions");
        count.addClassNames("head-count", "figures");
        count.getElement().setAttribute("role", "status");
        Div head = new Div(new H1(getTranslation("leads.title")), count, actions);
        head.addClassName("view-head");
        return head;
    }

    private boolean mayEnter() {
        return person.get().may(Permission.BRING_IN_LEADS);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        filter = LeadFilter.of(event.getLocation().getQueryParameters());
        show();
    }

    private void show() {
        long total = cards.page(filter.query(), person.get()).total();
        bar.show(filter, choices.all());
        grid.show(filter);
        count.setText(NumberFormat.getIntegerInstance(getLocale()).format(total));
        count.setTitle(getTranslation("leads.count", total));
        grid.setVisible(total > 0);
        nothing.removeAll();
        nothing.setVisible(total == 0);
        if (total == 0) {
            nothing.add(empty());
        }
    }

    private EmptyState empty() {
        if (filter.asks()) {
            return new EmptyState(
                    getTranslation("leads.none.found"),
                    getTranslation("leads.none.found.why"),
                    new Button(
                            getTranslation("leads.clear"),
                            click -> go(LeadFilter.none().showing(filter.columns()))));
        }
        String why = mayEnter() ? "leads.none.why" : "leads.none.why.rep";
        return new EmptyState(getTranslation("leads.none"), getTranslation(why));
    }

    private void go(LeadFilter to) {
        if (!to.equals(filter)) {
            UI.getCurrent().navigate(LeadsView.class, to.address());
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("leads.title");
    }
}
