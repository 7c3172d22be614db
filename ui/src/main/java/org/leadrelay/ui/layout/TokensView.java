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
import com.vaadin.flow.server.VaadinServletRequest;
import java.time.Clock;
import java.util.List;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.Permission;
import org.leadrelay.access.PersonTokens;
import org.leadrelay.access.PersonTokens.NewPersonToken;
import org.leadrelay.access.PersonTokens.PersonToken;
import org.leadrelay.platform.EngineRestErrors;
import org.leadrelay.platform.PublicAddress;
import org.leadrelay.ui.component.ConfirmDialogs;
import org.leadrelay.ui.component.DataTable;
import org.leadrelay.ui.component.EmptyState;
import org.leadrelay.ui.component.SecretDialog;
import org.leadrelay.ui.component.Times;
import org.leadrelay.ui.component.Toasts;

/** View of the person's own tokens for Camunda Modeler. */
@Route("tokens")
@Allowed(Permission.REDESIGN)
class TokensView extends Div implements HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient PersonTokens tokens;
    private final transient CurrentPerson person;
    private final transient PublicAddress address;
    private final Times times;
    private final transient Clock clock;
    private final Div list = new Div();

    TokensView(PersonTokens tokens, CurrentPerson person, PublicAddress address, Times times, Clock clock) {
        this.tokens = tokens;
        this.person = person;
        this.address = address;
        this.times = times;
        this.clock = clock;
        Button make = new Button(getTranslation("tokens.make"), click -> new TokenDialog(this::make).open());
        make.addThemeVariants(ButtonVariant.LUMO_PRIMARY);

        addClassNames("lr-sessions", "scrolled");
        add(new H1(getPageTitle()), new Paragraph(getTranslation("tokens.why")), list, new Div(make));
        show();
    }

    private void make(String name, int days) {
        NewPersonToken made = tokens.make(name, days);
        show();
        new SecretDialog(
                        "tokens.secret",
                        made.token().name(),
                        made.secret(),
                        getTranslation(
                                "tokens.secret.example",
                                endpoint(),
                                person.get().login(),
                                made.secret()))
                .open();
    }

    /** What Modeler calls the REST endpoint. */
    private String endpoint() {
        return address.of(VaadinServletRequest.getCurrent().getHttpServletRequest()) + EngineRestErrors.PATH;
    }

    private void show() {
        list.removeAll();
        List<PersonToken> mine = tokens.mine();
        if (mine.isEmpty()) {
            list.add(new EmptyState(getTranslation("tokens.none"), getTranslation("tokens.none.why")));
            return;
        }
        DataTable table = new DataTable(
                        getPageTitle(),
                        List.of(
                                getTranslation("tokens.name"),
                                getTranslation("tokens.made"),
                                getTranslation("tokens.until"),
                                getTranslation("tokens.used"),
                                getTranslation("tokens.deed")))
                .linesOnPhones();
        mine.forEach(each -> table.row(cells(each)));
        list.add(table);
    }

    private List<Component> cells(PersonToken token) {
        return List.of(
                new Span(token.name()),
                times.shown(token.madeAt(), getLocale()),
                until(token),
                token.lastUsedAt() == null
                        ? new Span(getTranslation("tokens.unused"))
                        : times.shown(token.lastUsedAt(), getLocale()),
                revoke(token));
    }

    private Component until(PersonToken token) {
        if (clock.instant().isBefore(token.until())) {
            return times.shown(token.until(), getLocale());
        }
        Span badge = new Span(getTranslation("tokens.expired"));
        badge.getElement().getThemeList().add("badge contrast");
        badge.setTitle(times.text(token.until(), getLocale()));
        return badge;
    }

    private Button revoke(PersonToken token) {
        Button revoke = new Button(getTranslation("tokens.revoke"), click -> ask(token));
        revoke.setAriaLabel(getTranslation("tokens.revoke.which", token.name()));
        revoke.addThemeVariants(ButtonVariant.LUMO_SMALL);
        return revoke;
    }

    private void ask(PersonToken token) {
        ConfirmDialogs.before(
                getTranslation("tokens.revoke.ask", token.name()),
                getTranslation("tokens.revoke.consequence"),
                getTranslation("tokens.revoke"),
                () -> {
                    try {
                        tokens.revoke(token.id());
                        Toasts.done(getTranslation("tokens.revoked", token.name()));
                    } finally {
                        show();
                    }
                });
    }

    @Override
    public String getPageTitle() {
        return getTranslation("tokens.title");
    }
}
