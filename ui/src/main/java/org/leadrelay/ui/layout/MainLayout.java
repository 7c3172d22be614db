package org.leadrelay.ui.layout;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.RouterLayout;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.Actor;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.LanguagePreference;
import org.leadrelay.access.PersonSessions;
import org.leadrelay.access.Roles;
import org.leadrelay.journal.ReadingLog;
import org.leadrelay.lead.LeadCards;
import org.leadrelay.ui.component.RoleWords;
import org.springframework.beans.factory.ObjectProvider;

/** Router layout around every view: the navigation, the top bar, and the view itself. */
@Layout
@PermitAll
@JsModule("./components/frame-focus.ts")
class MainLayout extends Div implements RouterLayout, AfterNavigationObserver {

    private static final long serialVersionUID = 1L;

    /** Whoever went to a place by keyboard goes on from there; a view may have chosen better meanwhile. */
    private static final String FOCUS_WHEN_LOST = """
        setTimeout(() => {
            const at = document.activeElement;
            if (!at || at === document.body) {
                this.focus({ preventScroll: true });
            }
        })\
        """;

    private final Main main = new Main();
    private final Places places;
    private final ObjectProvider<TopBarItem> tools;
    private final CurrentPerson currentPerson;
    private final Roles roles;
    private final PersonSessions sessions;
    private final LanguagePreference language;
    private final LeadCards cards;
    private final ReadingLog readings;
    private Actor person;
    private NavigationRail rail;
    private String path = "";

    MainLayout(
            Places places,
            ObjectProvider<TopBarItem> tools,
            CurrentPerson currentPerson,
            Roles roles,
            PersonSessions sessions,
            LanguagePreference language,
            LeadCards cards,
            ReadingLog readings) {
        this.places = places;
        this.tools = tools;
        this.currentPerson = currentPerson;
        this.roles = roles;
        this.sessions = sessions;
        this.language = language;
        this.cards = cards;
        this.readings = readings;
        person = currentPerson.get();
        rail = new NavigationRail(places.openTo(person), person);

        addClassName("lr-frame");
        main.addClassName("lr-main");
        main.getElement().setAttribute("tabindex", "-1");
        draw();
    }

    private void draw() {
        List<NavigationItem> open = places.openTo(person);
        PersonMenu menu = new PersonMenu(person, labels(), sessions, language);
        LeadSearch leads = new LeadSearch(
                cards,
                readings,
                currentPerson,
                open.stream().anyMatch(each -> each.path().equals(TopBar.LEADS)));
        FrameKeys keys = new FrameKeys(this, open, person, sessions);
        Palette palette = new Palette(leads, () -> actions(keys));
        removeAll();
        add(rail, new TopBar(places.sorted(tools), menu, Palette.label(this, leads)), main, palette, keys.shortcuts());
    }

    /** Those of the view come first. */
    private List<PaletteAction> actions(FrameKeys keys) {
        return Stream.concat(
                        main.getChildren()
                                .filter(PaletteActions.class::isInstance)
                                .flatMap(each -> ((PaletteActions) each).paletteActions().stream()),
                        keys.actions().stream())
                .toList();
    }

    /** The places that are open now: a role may have been given or taken. */
    void follow() {
        Actor now = currentPerson.get();
        if (!now.equals(person)) {
            person = now;
            rail = new NavigationRail(places.openTo(now), now);
            rail.showPlace(path);
            draw();
        }
    }

    @Override
    public void showRouterLayoutContent(@Nullable HasElement content) {
        main.removeAll();
        if (content != null) {
            content.getElement().getClassList().add("page");
            main.add(content.getElement()
                    .getComponent()
                    .map(Component.class::cast)
                    .orElseThrow());
        }
    }

    @Override
    public void removeRouterLayoutContent(@Nullable HasElement oldContent) {
        main.removeAll();
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        path = event.getLocation().getPath();
        follow();
        rail.showPlace(path);
        main.getElement().executeJs(FOCUS_WHEN_LOST);
    }

    private List<String> labels() {
        RoleWords words = new RoleWords(roles.all(), getLocale());
        return words.names().stream()
                .filter(person.roles()::contains)
                .map(words::label)
                .toList();
    }
}
