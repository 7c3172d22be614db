package org.leadrelay.ui.charter;

import com.vaadin.flow.component.UI;
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
import com.vaadin.flow.router.RouteParam;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.PermitAll;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leadrelay.charter.CharterVersion;
import org.leadrelay.charter.VersionStage;
import org.leadrelay.platform.ProductException;
import org.leadrelay.ui.component.KeyboardShortcuts;
import org.leadrelay.ui.component.Toasts;
import org.leadrelay.ui.layout.PaletteAction;
import org.leadrelay.ui.layout.PaletteActions;

/** View of the charter in force, or of the version that the address names. */
@Route(CharterNavigation.CHARTER + "/:version?([0-9]{1,9})")
@PermitAll
class CharterView extends VerticalLayout implements BeforeEnterObserver, HasDynamicTitle, PaletteActions {

    private static final String VERSION = "version";

    private static final String SIGNS = "s";

    private final CharterDesk desk;
    private @Nullable Runnable signing;
    private @Nullable String opened;
    private @Nullable KeyboardShortcuts keys;

    CharterView(CharterDesk desk) {
        this.desk = desk;
        addClassNames("charter-view", "scrolled");
    }

    static RouteParameters parameters(int version) {
        return new RouteParameters(new RouteParam(VERSION, Integer.toString(version)));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        opened = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(CharterNavigation.TABLE)
                .orElse(null);
        show(event.getRouteParameters()
                .getInteger(VERSION)
                .map(desk.versions()::version)
                .orElseGet(desk.versions()::inForce));
    }

    private void show(CharterVersion shown) {
        removeAll();
        add(head(shown), new VersionTitle(desk.reader(), shown));
        if (shown.stage() != VersionStage.IN_FORCE) {
            RouterLink inForce = new RouterLink(getTranslation("charter.toInForce"), getClass());
            inForce.addClassName("back");
            add(inForce);
        } else {
            desk.versions().draft().or(desk.versions()::scheduled).ifPresent(next -> add(next(next)));
        }
        if (shown.stage() == VersionStage.IN_FORCE && shown.recompute()) {
            add(new Paragraph(recomputed(shown.recomputedAt())));
        }
        signing = signingOf(shown);
        if (signing != null && keys == null) {
            keys = new KeyboardShortcuts().on(SIGNS, getTranslation("charter.keys.sign"), this::sign);
        }
        if (keys != null) {
            // The same for as long as the view is: the key that leads to another version is answered on its page.
            add(keys);
        }
        add(
                new CharterDocument(
                        desk.reader(), shown.provisions(), new SideNotes(desk.findings(shown), pencils(shown)), opened),
                new VersionHistory(desk.reader(), shown.version()),
                new VersionList(desk.reader()));
    }

    /** Adds what can be done with this version; what signs it, or else leads to another one that awaits the signature. */
    private @Nullable Runnable signingOf(CharterVersion shown) {
        Optional<Runnable> here = Optional.empty();
        if (shown.stage() == VersionStage.IN_FORCE) {
            FirstSignature first = new FirstSignature(desk, shown, this::show);
            here = first.signature();
            add(first);
        }
        if (shown.isOpen() || shown.stage() == VersionStage.SCHEDULED) {
            DraftPanel draft = new DraftPanel(desk, shown, this::show);
            here = draft.signature();
            add(draft);
        }
        return here.or(() -> desk.signOff()
                        .toSign()
                        .filter(other -> other != shown.version())
                        .map(other -> () -> UI.getCurrent().navigate(getClass(), parameters(other))))
                .orElse(null);
    }

    private void sign() {
        if (signing != null) {
            signing.run();
        }
    }

    @Override
    public List<PaletteAction> paletteActions() {
        return signing == null
                ? List.of()
                : List.of(new PaletteAction(
                        PaletteAction.Group.ACTIONS, getTranslation("charter.keys.sign"), SIGNS, signing));
    }

    private String recomputed(@Nullable Instant at) {
        return at == null
                ? getTranslation("charter.recomputing")
                : getTranslation("charter.recomputed", desk.times().text(at, getLocale()));
    }

    private @Nullable EditButtons pencils(CharterVersion shown) {
        return shown.isOpen() && desk.rights().mayWrite()
                ? new EditButtons(
                        this,
                        shown.provisions(),
                        desk.reader().choices(),
                        changed -> show(desk.drafts().edit(shown.edition(), changed)))
                : null;
    }

    private Div head(CharterVersion shown) {
        Span stage = new Span(getTranslation("charter.version.of", Integer.toString(shown.version()))
                + " · "
                + getTranslation("charter.stage." + shown.stage().code()));
        stage.addClassName("head-count");
        Div head = new Div(new H1(getTranslation("charter.title")), stage);
        head.addClassName("view-head");
        if (shown.stage() == VersionStage.IN_FORCE && desk.mayBegin()) {
            head.add(begin());
        }
        return head;
    }

    private Button begin() {
        Button begin = new Button(getTranslation("charter.begin"), click -> beginDraft());
        begin.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_SMALL);
        return begin;
    }

    private void beginDraft() {
        try {
            CharterVersion draft = desk.drafts().begin();
            UI.getCurrent().navigate(CharterView.class, parameters(draft.version()));
        } catch (ProductException refusal) {
            Toasts.refused(refusal);
        }
    }

    /** A version on its way, for whoever reads the one in force. */
    private Paragraph next(CharterVersion next) {
        return new Paragraph(new RouterLink(
                getTranslation("charter.next." + next.stage().code(), Integer.toString(next.version())),
                getClass(),
                parameters(next.version())));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("charter.title");
    }
}
