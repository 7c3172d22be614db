package org.leadrelay.ui.charter;

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
import org.leadrelay.charter.CharterVersion;
import org.leadrelay.charter.CharterVersions;
import org.leadrelay.charter.CharterWords;
import org.leadrelay.charter.Soundness;
import org.leadrelay.charter.Stage;
import org.leadrelay.ui.component.Times;

/** The charter in force, or the version that the address names. */
@Route(CharterNavigation.CHARTER + "/:version?([0-9]{1,9})")
@PermitAll
class CharterView extends VerticalLayout implements BeforeEnterObserver, HasDynamicTitle {

    private static final String VERSION = "version";

    private final CharterVersions versions;
    private final Soundness soundness;
    private final CharterWords words;
    private final Times times;

    CharterView(CharterVersions versions, Soundness soundness, CharterWords words, Times times) {
        this.versions = versions;
        this.soundness = soundness;
        this.words = words;
        this.times = times;
        addClassNames("charter-view", "scrolled");
    }

    static RouteParameters parameters(int version) {
        return new RouteParameters(new RouteParam(VERSION, Integer.toString(version)));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(
                event.getRouteParameters()
                        .getInteger(VERSION)
                        .map(versions::version)
                        .orElseGet(versions::inForce));
    }

    private void show(CharterVersion shown) {
        removeAll();
        add(head(shown));
        if (shown.stage() != Stage.IN_FORCE) {
            RouterLink inForce = new RouterLink(getTranslation("charter.toInForce"), getClass());
            inForce.addClassName("back");
            add(inForce);
        } else {
            versions.draft().or(versions::scheduled).ifPresent(next -> add(next(next)));
        }
        add(
                new CharterDocument(words, shown.provisions(), soundness.of(shown.provisions())),
                new VersionList(versions.all(), words, times));
    }

    private Div head(CharterVersion shown) {
        Span stage =
                new Span(
                        getTranslation("charter.version.of", Integer.toString(shown.version()))
                                + " · "
                                + getTranslation("charter.stage." + shown.stage().code()));
        stage.addClassName("head-count");
        Div head = new Div(new H1(getTranslation("charter.title")), stage);
        if (shown.inForceFrom() != null) {
            head.add(times.shown(shown.inForceFrom(), getLocale()));
        }
        head.addClassName("view-head");
        return head;
    }

    /** A version on its way, for whoever reads the one in force. */
    private Paragraph next(CharterVersion next) {
        return new Paragraph(
                new RouterLink(
                        getTranslation(
                                "charter.next." + next.stage().code(),
                                Integer.toString(next.version())),
                        getClass(),
                        parameters(next.version())));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("charter.title");
    }
}
