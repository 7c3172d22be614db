package org.leadrelay.ui.layout;

import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;

@Route("")
@PermitAll
class HomeView extends VerticalLayout {

    private static final long serialVersionUID = 1L;

    HomeView() {
        add(new H1("Lead Relay"));
    }
}
