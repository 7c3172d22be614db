package org.leadrelay.ui.layout;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import org.leadrelay.access.Actor;
import org.leadrelay.access.CurrentPerson;

/** Redirect from the root to the first view that is open to the person. */
@Route("")
@PermitAll
class HomeView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final Places places;
    private final CurrentPerson currentPerson;

    HomeView(Places places, CurrentPerson currentPerson) {
        this.places = places;
        this.currentPerson = currentPerson;
        addClassName("lr-message");
        add(new H2(getTranslation("home.nothing")), new Paragraph(getTranslation("home.nothing.why")));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Actor person = currentPerson.get();
        places.first(person).ifPresent(first -> event.forwardTo(first.pathFor(person)));
    }

    @Override
    public String getPageTitle() {
        return "Lead Relay";
    }
}
