package org.leadrelay.ui.layout;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.auth.AccessAnnotationChecker;
import jakarta.servlet.http.HttpSession;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Future;
import org.leadrelay.access.Actor;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.OpenPages;
import org.leadrelay.access.SessionEnd;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Registry of a session's open pages, which are reached by push. */
@Component
class BrowserPages implements OpenPages {

    private static final int FORGOTTEN_AFTER_SECONDS = 60;

    private final CurrentPerson currentPerson;
    private final AccessAnnotationChecker annotations;

    BrowserPages(CurrentPerson currentPerson, AccessAnnotationChecker annotations) {
        this.currentPerson = currentPerson;
        this.annotations = annotations;
    }

    @Override
    public void leave(HttpSession session, SessionEnd why) {
        Collection<VaadinSession> pages = VaadinSession.getAllSessions(session);
        if (pages.isEmpty()) {
            session.invalidate();
        }
        // Until then a page that was not reached is answered why when it asks.
        session.setMaxInactiveInterval(FORGOTTEN_AFTER_SECONDS);
        pages.forEach(each -> run(each, () -> List.copyOf(each.getUIs()).forEach(ui -> leave(ui, why))));
    }

    @Override
    public void look(HttpSession session) {
        VaadinSession.getAllSessions(session)
                .forEach(each -> run(each, () -> List.copyOf(each.getUIs()).forEach(ui -> run(ui, () -> look(ui)))));
    }

    private static void run(UI ui, Command command) {
        Future<Void> unused = ui.access(command);
    }

    private static void run(VaadinSession session, Command command) {
        Future<Void> unused = session.access(command);
    }

    /** Without its views, no page listens to anything that would be pushed to it. */
    private static void leave(UI ui, SessionEnd why) {
        ui.getPage().setLocation(LoginView.address(why));
        ui.getInternals().getActiveRouterTargetsChain().stream()
                .map(HasElement::getElement)
                .forEach(Element::removeFromParent);
    }

    private void look(UI ui) {
        Actor person = currentPerson.get();
        List<HasElement> shown = ui.getInternals().getActiveRouterTargetsChain();
        if (shown.isEmpty()) {
            return;
        }
        boolean open = annotations.hasAccess(
                shown.get(0).getClass(),
                SecurityContextHolder.getContext().getAuthentication(),
                person.roles()::contains);
        shown.stream()
                .filter(MainLayout.class::isInstance)
                .map(MainLayout.class::cast)
                .forEach(MainLayout::follow);
        if (!open) {
            ui.navigate("");
        }
    }
}
