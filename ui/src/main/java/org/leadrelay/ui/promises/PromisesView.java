package org.leadrelay.ui.promises;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.People;
import org.leadrelay.access.Permission;
import org.leadrelay.access.Teams;
import org.leadrelay.charter.CharterWords;
import org.leadrelay.export.TableExports;
import org.leadrelay.platform.Forbidden;
import org.leadrelay.promise.Breaches;
import org.leadrelay.promise.report.PromiseFilter;
import org.leadrelay.promise.report.PromiseReports;
import org.leadrelay.promise.report.PromiseSummary;
import org.leadrelay.promise.report.PromiseSummary.Tally;
import org.leadrelay.ui.component.DueWords;
import org.leadrelay.ui.component.EmptyState;
import org.leadrelay.ui.component.Toasts;
import org.leadrelay.ui.layout.Allowed;

/** View of what became of the promises of both sides. What it shows stands in its address. */
@Route(PromisesNavigation.PROMISES)
@Allowed({Permission.READ_EVERY_PROMISE, Permission.READ_TEAM_PROMISES, Permission.READ_OWN_PROMISES})
class PromisesView extends VerticalLayout implements BeforeEnterObserver, HasDynamicTitle {

    private final PromiseReports reports;
    private final PromiseWords words;
    private final PromisesBar bar;
    private final PromiseCharts charts;
    private final PromiseList list;
    private final PromiseFigures figures;
    private final ChartSelection chosen;
    private final Tabs tabs = new Tabs();
    private final Tab one = new Tab();
    private final Div nothing = new Div();
    private PromisesState shown;

    PromisesView(
            PromiseReports reports,
            Breaches breaches,
            TableExports exports,
            CharterWords charter,
            CurrentPerson person,
            People people,
            Teams teams,
            DueWords due) {
        this.reports = reports;
        shown = PromisesState.usual(reports.today());
        words = new PromiseWords(this, getLocale(), charter, people, breaches);
        bar = new PromisesBar(words, reports, teams, this::go);
        chosen = new ChartSelection(words);
        figures = new PromiseFigures(words);
        charts = new PromiseCharts(words, exports, reports.onlyOwn());
        list = new PromiseList(words, reports, breaches, exports, due, person, this::show);
        addClassNames("promises-view", "scrolled");
        tabs.addSelectedChangeListener(event -> {
            if (event.isFromClient()) {
                go(shown.list(event.getSelectedTab() == one));
            }
        });
        one.setLabel(words.text("list.tab"));
        tabs.add(new Tab(words.text("charts.tab")), one);
        add(head(), bar, chosen, figures, tabs, charts, list, nothing);
    }

    private Div head() {
        Span what = new Span(words.text(reports.onlyOwn() ? "what.own" : "what"));
        what.addClassName("head-count");
        Div head = new Div(new H1(getTranslation("promises.title")), what);
        head.addClassName("view-head");
        return head;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        shown = PromisesState.of(event.getLocation().getQueryParameters(), reports.today());
        try {
            show();
        } catch (Forbidden refused) {
            Toasts.refused(refused);
            shown = PromisesState.usual(reports.today());
            show();
        }
    }

    private void show() {
        // the figures tell of all states, whichever the list shows
        PromiseFilter asked = shown.filter().state(null);
        if (shown.list()) {
            show(reports.sum(asked));
            list.show(shown);
        } else {
            PromiseSummary summary = reports.summary(asked);
            show(summary.all());
            charts.show(shown, summary);
        }
    }

    private void show(Tally all) {
        boolean any = all.total() > 0;
        bar.show(shown);
        chosen.show(shown);
        figures.show(shown, all);
        tabs.setSelectedIndex(shown.list() ? 1 : 0);
        tabs.setVisible(any);
        charts.setVisible(any && !shown.list());
        list.setVisible(any && shown.list());
        nothing.removeAll();
        nothing.setVisible(!any);
        if (!any) {
            nothing.add(new EmptyState(words.text("nothing"), words.text("nothing.why")));
        }
    }

    private void go(PromisesState to) {
        if (!to.equals(shown)) {
            UI.getCurrent().navigate(PromisesView.class, to.address());
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("promises.title");
    }
}
