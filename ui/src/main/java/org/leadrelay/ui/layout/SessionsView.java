package org.leadrelay.ui.layout;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.leadrelay.access.PersonSession;
import org.leadrelay.access.PersonSessions;
import org.leadrelay.platform.NotFound;
import org.leadrelay.ui.component.ConfirmDialogs;
import org.leadrelay.ui.component.DataTable;
import org.leadrelay.ui.component.Times;
import org.leadrelay.ui.component.Toasts;

/** View of the person's sessions, which can be ended. */
@Route("sessions")
@PermitAll
class SessionsView extends Div implements HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final PersonSessions sessions;
    private final Times times;
    private final Div list = new Div();

    SessionsView(PersonSessions sessions, Times times) {
        this.sessions = sessions;
        this.times = times;
        Button others = new Button(getTranslation("sessions.end-others"), click -> askForOthers());
        others.addThemeVariants(ButtonVariant.LUMO_PRIMARY);

        addClassNames("lr-sessions", "scrolled");
        add(new H1(getPageTitle()), new Paragraph(getTranslation("sessions.why")), list, new Div(others));
        show();
    }

    private void show() {
        list.removeAll();
        List<PersonSession> mine = sessions.mine();
        if (mine.isEmpty()) {
            list.add(new Paragraph(getTranslation("sessions.none")));
            return;
        }
        DataTable table = new DataTable(
                        getPageTitle(),
                        List.of(
                                getTranslation("sessions.browser"),
                                getTranslation("sessions.since"),
                                getTranslation("sessions.seen"),
                                getTranslation("sessions.address"),
                                getTranslation("sessions.deed")))
                .linesOnPhones();
        mine.forEach(each -> table.row(cells(each)));
        list.add(table);
    }

    private List<Component> cells(PersonSession session) {
        return List.of(
                browser(session),
                times.shown(session.startedAt(), getLocale()),
                times.shown(session.lastSeenAt(), getLocale()),
                address(session),
                session.current() ? new Span(getTranslation("sessions.this")) : end(session));
    }

    private Span browser(PersonSession session) {
        Span browser = new Span(name(session));
        browser.setTitle(session.browser());
        return browser;
    }

    private String name(PersonSession session) {
        String name = BrowserName.of(session.browser());
        return name.isEmpty() ? getTranslation("sessions.unknown") : name;
    }

    private Span address(PersonSession session) {
        Span address = new Span(session.address());
        address.setTitle(getTranslation("sessions.node", session.node()));
        return address;
    }

    private Button end(PersonSession session) {
        Button end = new Button(getTranslation("sessions.end"), click -> ended(session));
        end.setAriaLabel(getTranslation("sessions.end.which", name(session)));
        end.addThemeVariants(ButtonVariant.LUMO_SMALL);
        return end;
    }

    private void ended(PersonSession session) {
        try {
            sessions.end(session.id());
            Toasts.done(getTranslation("sessions.ended", 1));
        } catch (NotFound gone) {
            Toasts.refused(gone);
        }
        show();
    }

    private void askForOthers() {
        ConfirmDialogs.before(
                getTranslation("sessions.end-others") + "?",
                getTranslation("sessions.end-others.consequence"),
                getTranslation("sessions.end-others"),
                () -> {
                    Toasts.done(getTranslation("sessions.ended", sessions.endOthers()));
                    show();
                });
    }

    @Override
    public String getPageTitle() {
        return getTranslation("sessions.title");
    }
}
