package org.leadrelay.ui.layout;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.Actor;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.Roles;
import org.leadrelay.ui.component.RoleWords;
import org.springframework.beans.factory.ObjectProvider;

/** Around every view: the rail, the top bar, and the view itself. */
@Layout
@PermitAll
class Frame extends Div implements RouterLayout, AfterNavigationObserver {

    private static final long serialVersionUID = 1L;

    private final Main main = new Main();
    private final Rail rail;

    Frame(
            Places places,
            ObjectProvider<TopBarItem> tools,
            CurrentPerson currentPerson,
            Roles roles,
            AuthenticationContext authentication) {
        Actor person = currentPerson.get();
        List<NavigationItem> open = places.openTo(person);
        rail = new Rail(open);
        PersonMenu menu = new PersonMenu(person, labels(person, roles), authentication);
        boolean search = open.stream().anyMatch(each -> each.path().equals(TopBar.LEADS));

        addClassName("lr-frame");
        main.addClassName("lr-main");
        add(rail, new TopBar(places.sorted(tools), menu, search), main);
    }

    @Override
    public void showRouterLayoutContent(@Nullable HasElement content) {
        main.removeAll();
        if (content != null) {
            main.add(content.getElement().getComponent().map(Component.class::cast).orElseThrow());
        }
    }

    @Override
    public void removeRouterLayoutContent(@Nullable HasElement oldContent) {
        main.removeAll();
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        rail.showPlace(event.getLocation().getPath());
    }

    private List<String> labels(Actor person, Roles roles) {
        RoleWords words = new RoleWords(roles.all(), getLocale());
        return words.names().stream().filter(person::has).map(words::label).toList();
    }
}
