package org.leadrelay.ui.board;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.leadrelay.access.People;
import org.leadrelay.access.Permission;
import org.leadrelay.cost.CostOrder;
import org.leadrelay.cost.CostSheet;
import org.leadrelay.cost.Costs;
import org.leadrelay.ui.component.ConfirmDialogs;
import org.leadrelay.ui.component.PageLink;
import org.leadrelay.ui.component.PageTabs;
import org.leadrelay.ui.component.Times;
import org.leadrelay.ui.component.Toasts;
import org.leadrelay.ui.layout.Allowed;

/** View of what the sources of leads cost in a month, entered by whoever may. The month stands in its address. */
@Route(BoardsNavigation.COSTS)
@Allowed({Permission.READ_BOARDS, Permission.ENTER_COSTS})
class CostsView extends VerticalLayout implements BeforeEnterObserver, BeforeLeaveObserver, HasDynamicTitle {

    /** With the one that is chosen, so many months stand in a row. */
    private static final int MONTHS = 12;

    private final Costs costs;
    private final CostTexts texts;
    private final PageTabs months;
    private final Span count = new Span();
    private final Div shown = new Div();
    private CostForm form;
    private YearMonth month;

    CostsView(Costs costs, BoardServices services, People people, Times times) {
        this.costs = costs;
        texts = new CostTexts(this, getLocale(), services, people, times);
        months = new PageTabs(texts.text("months"));
        month = costs.thisMonth();
        form = new CostForm(texts, new CostSheet("", month, month, List.of(), List.of()), month, Map.of(), false);
        addClassNames("costs-view", "scrolled");
        PageLink back = new PageLink(BoardsNavigation.BOARDS + "/conversion", getTranslation("boards.title"));
        back.addClassName("back");
        count.addClassNames("head-count", "figures");
        Div head = new Div(new H1(texts.text("title")), count);
        head.addClassName("view-head");
        shown.addClassName("costs-shown");
        add(back, head, months, shown);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        YearMonth now = costs.thisMonth();
        month = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("month")
                .flatMap(Costs::month)
                .filter(asked -> !asked.isAfter(now))
                .orElse(now.minusMonths(1));
        show();
    }

    private void show() {
        YearMonth now = costs.thisMonth();
        YearMonth last = month.isBefore(now.minusMonths(MONTHS - 1L)) ? month.plusMonths(MONTHS / 2) : now;
        CostSheet sheet = costs.sheet(last.minusMonths(MONTHS), last);
        months.removeAll();
        for (YearMonth each = last; each.isAfter(last.minusMonths(MONTHS)); each = each.minusMonths(1)) {
            months.tab(address(each), texts.tab(sheet, each), each.equals(month));
        }
        months.tab(address(last.minusMonths(MONTHS)), texts.text("earlier"), false);
        Map<String, Long> leads = costs.leads(month);
        count.setText(texts.known(sheet, month, leads));
        boolean mayEnter = costs.mayEnter();
        form = new CostForm(texts, sheet, month, leads, mayEnter);
        form.saves(this::save);
        shown.removeAll();
        shown.add(form, new CostHistory(texts, costs.changes(null, month, 0, CostHistory.MOST)));
        if (mayEnter) {
            form.focusFirst();
        }
    }

    private void save(List<CostOrder> orders) {
        int entered = costs.enter(orders);
        Toasts.done(texts.text(entered == 0 ? "saved.nothing" : "saved", entered, texts.month(month)));
        show();
    }

    private static String address(YearMonth month) {
        return BoardsNavigation.COSTS + "?month=" + month;
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (form.isChanged()) {
            BeforeLeaveEvent.ContinueNavigationAction going = event.postpone();
            ConfirmDialogs.before(
                            getTranslation("form.leave.ask"),
                            getTranslation("form.leave.consequence"),
                            getTranslation("form.leave"),
                            going::proceed)
                    .setCancelText(getTranslation("form.stay"));
        }
    }

    @Override
    public String getPageTitle() {
        return texts.text("title") + " · " + getTranslation("boards.title");
    }
}
