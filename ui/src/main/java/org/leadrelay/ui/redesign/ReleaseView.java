package org.leadrelay.ui.redesign;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParam;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.Permission;
import org.leadrelay.platform.NotFound;
import org.leadrelay.redesign.ProductUpgrade;
import org.leadrelay.redesign.Release;
import org.leadrelay.redesign.gate.Gate;
import org.leadrelay.ui.component.ConfirmDialogs;
import org.leadrelay.ui.component.PageTabs;
import org.leadrelay.ui.component.Ticker;
import org.leadrelay.ui.layout.Allowed;

/** View of one release: its files, findings, difference, approval and history, each under an address of its own. */
@Route(RedesignNavigation.RELEASES + "/:number([0-9]{1,9})")
@Allowed(Permission.READ_PROCESS)
class ReleaseView extends VerticalLayout implements BeforeEnterObserver, BeforeLeaveObserver, HasDynamicTitle {

    static final String TAB = "tab";
    static final String FILE = "file";
    static final String ELEMENT = "element";

    private static final String NUMBER = "number";

    /** Whoever did something goes on from the tab on which they did it, once no dialog is open and nothing has the focus. */
    private static final String FOCUS_WHEN_LOST = """
        let patience = 40;
        const look = () => {
            const at = document.activeElement;
            if (document.querySelector('vaadin-dialog-overlay[opened], vaadin-confirm-dialog-overlay[opened]')) {
                if (patience-- > 0) {
                    setTimeout(look, 50);
                }
            } else if (!at || at === document.body || at.matches('.lr-main')) {
                this.focus({ preventScroll: true });
            }
        };
        setTimeout(look, 50);\
        """;

    private final ReleasePresenter desk;
    private final ApprovalPresenter approvals;
    private final Gate gate;
    private final transient ProductUpgrade upgrade;
    private final EditionWatch watch;
    private ReleaseTab tab = ReleaseTab.FILES;
    private Place place = Place.NONE;
    private int shown;
    private @Nullable TablePanel tables;

    /**
     * Place that an address names within the findings or the difference.
     *
     * @param file empty for the first
     * @param element empty for none
     */
    record Place(String file, String element) {
        static final Place NONE = new Place("", "");

        static Place of(QueryParameters query) {
            return new Place(
                    query.getSingleParameter(FILE).orElse(""),
                    query.getSingleParameter(ELEMENT).orElse(""));
        }
    }

    ReleaseView(ReleasePresenter desk, ApprovalPresenter approvals, Gate gate, ProductUpgrade upgrade, Ticker ticker) {
        this.desk = desk;
        this.approvals = approvals;
        this.gate = gate;
        this.upgrade = upgrade;
        addClassNames("redesign-view", "scrolled");
        watch = new EditionWatch(desk, now -> withoutLoss(() -> draw(now)));
        ticker.whileShown(this, watch::look);
    }

    static RouteParameters parameters(int number) {
        return new RouteParameters(new RouteParam(NUMBER, Integer.toString(number)));
    }

    static QueryParameters query(ReleaseTab tab) {
        return QueryParameters.of(TAB, tab.code());
    }

    static RouterLink link(Release release, String text) {
        return new RouterLink(text, ReleaseView.class, parameters(release.number()));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        int number = event.getRouteParameters().getInteger(NUMBER).orElse(0);
        QueryParameters query = event.getLocation().getQueryParameters();
        try {
            Release release = desk.releases().release(number);
            tab = ReleaseTab.of(query.getSingleParameter(TAB).orElse(null), release.stage());
            place = Place.of(query);
            draw(release);
        } catch (NotFound missing) {
            event.rerouteToError(NotFoundException.class, missing.words());
        }
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (tables != null && tables.isChanged()) {
            BeforeLeaveEvent.ContinueNavigationAction going = event.postpone();
            withoutLoss(going::proceed);
        }
    }

    /** Asks first where something typed would be lost. */
    private void withoutLoss(Runnable then) {
        if (tables == null || !tables.isChanged()) {
            then.run();
            return;
        }
        ConfirmDialogs.before(
                getTranslation("redesign.table.leave.ask"),
                getTranslation("redesign.table.leave.consequence"),
                getTranslation("redesign.table.leave"),
                () -> {
                    tables = null;
                    then.run();
                });
    }

    /** Draws the release anew: after a change, and when somebody wants to see what others changed. */
    private void draw(Release release) {
        shown = release.number();
        ReleaseContent content = desk.content(release);
        tables = null;
        watch.shown(release);
        PageTabs tabs = tabs(content);
        removeAll();
        add(new ReleaseHead(desk, release), watch, tabs, panel(content));
        tabs.getChildren()
                .filter(each -> each.getElement().hasAttribute("aria-current"))
                .findFirst()
                .ifPresent(each -> each.getElement().executeJs(FOCUS_WHEN_LOST));
        UI ui = UI.getCurrent();
        if (ui != null) {
            ui.getPage().setTitle(getPageTitle());
        }
    }

    private PageTabs tabs(ReleaseContent content) {
        PageTabs tabs = new PageTabs(getTranslation("redesign.release", shown));
        for (ReleaseTab each : ReleaseTab.values()) {
            tabs.tab(RedesignNavigation.release(shown, each), label(each, content), each == tab)
                    .setId("redesign-tab-" + each.code());
        }
        return tabs;
    }

    private String label(ReleaseTab each, ReleaseContent content) {
        String name = getTranslation("redesign.tab." + each.code());
        return switch (each) {
            case FILES -> name + " (" + content.files().size() + ")";
            case FINDINGS -> name + " (" + content.findings().size() + ")";
            case DIFFERENCE -> name + " (" + content.changes().size() + ")";
            case TABLES, APPROVAL, HISTORY -> name;
        };
    }

    private Component panel(ReleaseContent content) {
        return switch (tab) {
            case FILES -> new FilesPanel(desk, content, upgrade.of(shown), this::draw);
            case FINDINGS -> new FindingsPanel(content, place);
            case DIFFERENCE -> new DifferencePanel(desk, content, place);
            case TABLES -> table(content);
            case APPROVAL -> new ApprovalPanel(desk, approvals, content, this::draw);
            case HISTORY -> new HistoryPanel(desk, content.release());
        };
    }

    private TablePanel table(ReleaseContent content) {
        TablePanel panel = new TablePanel(desk, gate, content, place, this::draw);
        tables = panel;
        return panel;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("redesign.release", shown);
    }

    /** The address of a place in a tab, for whoever jumps there. */
    static String address(Release release, ReleaseTab tab, String file, @Nullable String element) {
        QueryParameters query = query(tab).merging(FILE, file);
        return RedesignNavigation.release(release.number())
                + "?"
                + (element == null ? query : query.merging(ELEMENT, element)).getQueryString();
    }
}
