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
import org.jspecify.annotations.Nullable;
import org.leadrelay.charter.CharterVersion;
import org.leadrelay.charter.VersionStage;
import org.leadrelay.platform.ProductException;
import org.leadrelay.ui.component.Toasts;

/** View of the charter in force, or of the version that the address names. */
@Route(CharterNavigation.CHARTER + "/:version?([0-9]{1,9})")
@PermitAll
class CharterView extends VerticalLayout implements BeforeEnterObserver, HasDynamicTitle {

    private static final String VERSION = "version";

    private final CharterDesk desk;

    CharterView(CharterDesk desk) {
        this.desk = desk;
        addClassNames("charter-view", "scrolled");
    }

    static RouteParameters parameters(int version) {
        return new RouteParameters(new RouteParam(VERSION, Integer.toString(version)));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(event.getRouteParameters()
                .getInteger(VERSION)
                .map(desk.versions()::version)
                .orElseGet(desk.versions()::inForce));
    }

    private void show(CharterVersion shown) {
        removeAll();
        add(head(shown), new VersionTitle(desk, shown));
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
        if (shown.stage() == VersionStage.IN_FORCE) {
            add(new FirstSignature(desk, shown, this::show));
        }
        if (shown.isOpen() || shown.stage() == VersionStage.SCHEDULED) {
            add(new DraftPanel(desk, shown, this::show));
        }
        add(
                new CharterDocument(desk, shown.provisions(), new SideNotes(desk.findings(shown), pencils(shown))),
                new VersionHistory(desk, shown.version()),
                new VersionList(desk));
    }

    private String recomputed(@Nullable Instant at) {
        return at == null
                ? getTranslation("charter.recomputing")
                : getTranslation("charter.recomputed", desk.times().text(at, getLocale()));
    }

    private @Nullable EditButtons pencils(CharterVersion shown) {
        return shown.isOpen() && desk.mayWrite()
                ? new EditButtons(
                        this,
                        shown.provisions(),
                        desk.choices(),
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
