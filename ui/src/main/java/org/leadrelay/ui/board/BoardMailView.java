package org.leadrelay.ui.board;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.stream.Stream;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.Permission;
import org.leadrelay.board.Board;
import org.leadrelay.board.letter.BoardSubscription;
import org.leadrelay.board.letter.BoardSubscriptions;
import org.leadrelay.board.letter.LetterKind;
import org.leadrelay.platform.ProductException;
import org.leadrelay.ui.component.ConfirmDialogs;
import org.leadrelay.ui.component.DataTable;
import org.leadrelay.ui.component.EmptyState;
import org.leadrelay.ui.component.PageLink;
import org.leadrelay.ui.component.Times;
import org.leadrelay.ui.component.Toasts;

/** View of one's own letters about boards. A link in a letter leads here and asks; it ends nothing by itself. */
@Route(BoardsNavigation.MAIL)
@PermitAll
class BoardMailView extends VerticalLayout implements BeforeEnterObserver, HasDynamicTitle {

    private final BoardSubscriptions subscriptions;
    private final Times times;
    private final boolean reads;
    private final Div shown = new Div();

    BoardMailView(BoardSubscriptions subscriptions, Times times, CurrentPerson person) {
        this.subscriptions = subscriptions;
        this.times = times;
        reads = person.get().may(Permission.READ_BOARDS);
        addClassNames("board-mail-view", "scrolled");
        Span what = new Span(getTranslation("boards.mails.what"));
        what.addClassName("head-count");
        Div head = new Div(new H1(getTranslation("boards.mails")), what);
        head.addClassName("view-head");
        if (reads) {
            PageLink back = new PageLink(BoardsNavigation.BOARDS, getTranslation("boards.title"));
            back.addClassName("back");
            add(back);
        }
        add(head, shown);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show();
        event.getLocation()
                .getQueryParameters()
                .getSingleParameter("end")
                .ifPresent(id -> subscriptions.mine().stream()
                        .filter(each -> each.id().toString().equals(id))
                        .findFirst()
                        .ifPresentOrElse(this::ask, () -> Toasts.done(getTranslation("boards.mails.ended.already"))));
    }

    private void show() {
        shown.removeAll();
        List<BoardSubscription> mine = subscriptions.mine();
        if (mine.isEmpty()) {
            shown.add(new EmptyState(getTranslation("boards.mails.none"), getTranslation("boards.mails.none.why")));
        } else {
            if (!reads) {
                shown.add(new Paragraph(getTranslation("boards.mails.withheld")));
            }
            DataTable table = new DataTable(
                            getTranslation("boards.mails"),
                            Stream.of("letter", "rhythm", "next", "end")
                                    .map(each -> getTranslation("boards.mails." + each))
                                    .toList())
                    .linesOnPhones();
            mine.forEach(each -> table.row(cells(each)));
            shown.add(table);
        }
        if (reads && mine.stream().noneMatch(each -> each.letter() == LetterKind.BECAME_OF_IT)) {
            Button begin = new Button(getTranslation("boards.mails.became.begin"), click -> begin());
            begin.setId("became-begin");
            shown.add(begin);
        }
    }

    private List<Component> cells(BoardSubscription mail) {
        Button end = new Button(getTranslation("boards.mails.end"), click -> ask(mail));
        end.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        end.getElement().setAttribute("aria-label", getTranslation("boards.mails.end.of", name(mail)));
        return List.of(
                letter(mail),
                new Span(getTranslation("boards.mail.rhythm." + mail.rhythm().code())),
                times.shown(mail.next(), getLocale()),
                end);
    }

    private Component letter(BoardSubscription mail) {
        if (mail.letter() == LetterKind.BECAME_OF_IT || !reads) {
            return new Span(name(mail));
        }
        String query = mail.query().isEmpty() ? "" : "?" + mail.query();
        return new PageLink(BoardsNavigation.BOARDS + "/" + mail.board() + query, name(mail));
    }

    private String name(BoardSubscription mail) {
        return mail.letter() == LetterKind.BECAME_OF_IT
                ? getTranslation("boards.mails.became")
                : Board.of(mail.board()).map(each -> each.label(getLocale())).orElse(mail.board())
                        + (mail.query().isEmpty() ? "" : " " + getTranslation("boards.mails.filtered"));
    }

    private void ask(BoardSubscription mail) {
        ConfirmDialogs.before(
                getTranslation("boards.mails.end.ask", name(mail)),
                getTranslation("boards.mails.end.consequence"),
                getTranslation("boards.mails.end"),
                () -> {
                    subscriptions.end(mail.id());
                    Toasts.done(getTranslation("boards.mails.ended"));
                    show();
                });
    }

    private void begin() {
        try {
            subscriptions.subscribeToWhatBecameOfIt();
            Toasts.done(getTranslation("boards.mail.subscribed"));
            show();
        } catch (ProductException refused) {
            Toasts.refused(refused);
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("boards.mails");
    }
}
