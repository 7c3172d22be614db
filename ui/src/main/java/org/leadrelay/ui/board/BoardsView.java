package org.leadrelay.ui.board;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.People;
import org.leadrelay.access.Permission;
import org.leadrelay.access.PermissionAgreements;
import org.leadrelay.access.Teams;
import org.leadrelay.board.Board;
import org.leadrelay.board.BoardFilter;
import org.leadrelay.board.BoardNumber;
import org.leadrelay.board.BoardRebuilds;
import org.leadrelay.board.BoardResult;
import org.leadrelay.board.letter.BoardSubscriptions;
import org.leadrelay.platform.ProductException;
import org.leadrelay.ui.board.BoardState.Opened;
import org.leadrelay.ui.component.AgreementLine;
import org.leadrelay.ui.component.PageTabs;
import org.leadrelay.ui.component.Ticker;
import org.leadrelay.ui.component.Toasts;
import org.leadrelay.ui.layout.Allowed;

/** View of the boards. What it shows stands in its address. */
@Route(BoardsNavigation.BOARDS + "/:board?")
@Allowed(Permission.READ_BOARDS)
class BoardsView extends VerticalLayout implements BeforeEnterObserver, HasDynamicTitle {

    /** Where the reader comes back to after the leads of a number. */
    private static final String SHOW_AGAIN = "document.getElementById($0)?.scrollIntoView({ block: 'start' })";

    private final BoardServices services;
    private final BoardTexts texts;
    private final BoardBar bar;
    private final AgreementLine agreement;
    private final BoardTools tools;
    private final PageTabs pages;
    private final Span asOf = new Span();
    private final Div shown = new Div();
    private BoardState state = new BoardState(Board.FUNNEL, BoardFilter.ALL, null, GroupOrder.USUAL);

    BoardsView(
            BoardServices services,
            Teams teams,
            People people,
            PermissionAgreements agreements,
            BoardSubscriptions subscriptions,
            BoardRebuilds rebuilds,
            Ticker ticker) {
        this.services = services;
        texts = new BoardTexts(this, getLocale(), services.words());
        bar = new BoardBar(texts, teams.all(), this::go);
        agreement = new AgreementLine(agreements, people);
        tools = new BoardTools(texts, services, subscriptions);
        pages = new PageTabs(texts.text("title"));
        addClassNames("boards-view", "scrolled");
        shown.addClassName("board-shown");
        add(pages, head(), agreement, bar, shown, new RebuildLine(texts, rebuilds, ticker, this::show));
    }

    private Div head() {
        asOf.addClassNames("head-count", "figures");
        Div head = new Div(new H1(texts.text("title")), asOf, tools);
        head.addClassName("view-head");
        return head;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String asked = event.getRouteParameters().get("board").orElse(Board.FUNNEL.code());
        Board board = Board.of(asked).orElse(null);
        if (board == null) {
            event.rerouteToError(NotFoundException.class, asked);
            return;
        }
        Opened left = state.opened();
        state = BoardState.of(board, event.getLocation().getQueryParameters());
        try {
            show();
        } catch (ProductException refused) {
            Toasts.refused(refused);
            state = new BoardState(board, BoardFilter.ALL, null, GroupOrder.USUAL);
            show();
        }
        if (left != null && state.opened() == null) {
            getElement().executeJs(SHOW_AGAIN, "number-" + left.number());
        }
    }

    private void show() {
        agreement.show();
        pages.removeAll();
        for (Board each : Board.values()) {
            pages.tab(state.at(each).link(), each.label(getLocale()), each == state.board());
        }
        bar.show(state, services.boards().choices());
        shown.removeAll();
        Opened opened = state.opened();
        BoardNumber number = opened == null ? null : number(opened.number());
        if (opened != null && number != null) {
            asOf.setText("");
            tools.show(state, null);
            OpenedLeads leads = new OpenedLeads(texts, services, services.seesPeople());
            shown.add(leads);
            leads.show(state, number, opened);
            return;
        }
        if (opened != null) {
            Toasts.failed(texts.text("number.unknown", opened.number()));
            state = state.closed();
        }
        BoardResult result = services.boards().board(state.board(), state.filter());
        BoardResult whole = state.filter().group() == null
                ? result
                : services.boards().board(state.board(), state.filter().by(null));
        asOf.setText(asOf(result));
        tools.show(state, result);
        List<BoardNumber> numbers = services.boards().numbers(state.board());
        shown.add(
                state.board() == Board.CRITERIA
                        ? new CriteriaGrid(texts, state, numbers, result)
                        : new BoardPage(texts, state, numbers, result, whole));
    }

    private @Nullable BoardNumber number(String id) {
        return services.boards().numbers(state.board()).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    private String asOf(BoardResult result) {
        String at = services.times().text(result.asOf(), getLocale());
        List<String> parts = new ArrayList<>();
        parts.add(
                // a past that is lived now was recorded later than it happened
                result.logUpTo() == null || result.logUpTo().isAfter(result.asOf())
                        ? texts.text("asOf", at)
                        : texts.text("asOf.log", at, services.times().text(result.logUpTo(), getLocale())));
        if (result.logUpTo() != null && !result.complete()) {
            parts.add(texts.text("anew"));
        }
        if (result.unreadable() > 0) {
            parts.add(texts.text("unreadable", result.unreadable()));
        }
        return String.join("; ", parts);
    }

    private void go(BoardState to) {
        if (!to.equals(state)) {
            String[] parts = to.link().split("\\?", 2);
            UI.getCurrent().navigate(parts[0], to.address());
        }
    }

    @Override
    public String getPageTitle() {
        return state.board().label(getLocale()) + " · " + texts.text("title");
    }
}
