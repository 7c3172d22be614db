package org.leadrelay.ui.testing;

import com.github.mvysny.fakeservlet.FakeRequest;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.Routes;
import com.github.mvysny.kaributesting.v10.mock.MockedUI;
import com.github.mvysny.kaributesting.v10.spring.MockSpringServlet;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.VaadinServletRequest;
import java.security.Principal;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.leadrelay.access.People;
import org.leadrelay.access.Person;
import org.leadrelay.testing.Cast;
import org.leadrelay.testing.ProductTest;
import org.leadrelay.ui.component.Ticker;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * A view with its real services on a real database, and no browser: log somebody in, open an
 * address, and look for components with Karibu's {@code _get} and {@code _find}.
 */
@ProductTest
public abstract class ViewTest {

    private static final Routes ROUTES = Views.all();

    @Autowired
    protected Cast cast;

    @Autowired
    private People people;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Ticker ticker;

    @BeforeEach
    protected void openBrowserlessPage() {
        ticker.stop(); // a tick would run as whoever is logged in by then
        MockVaadin.setup(MockedUI::new, new MockSpringServlet(ROUTES, context, MockedUI::new));
        UI.getCurrent().setLocale(Locale.ENGLISH);
    }

    @AfterEach
    void closePage() {
        MockVaadin.tearDown();
        SecurityContextHolder.clearContext();
        LocaleContextHolder.resetLocaleContext();
    }

    /** From here on, views and services see this person. */
    protected void logIn(String login) {
        cast.actingAs(login);
        Person person = people.get(login);
        FakeRequest request = (FakeRequest) VaadinServletRequest.getCurrent().getRequest();
        Principal principal = SecurityContextHolder.getContext().getAuthentication();
        request.setUserPrincipalInt(principal);
        request.setUserInRole((who, role) -> person.roles().contains(role));
    }

    /** Goes to an address, such as {@code inbox?step=Activity_MakeContact}. */
    protected void open(String address) {
        String[] parts = address.split("\\?", 2);
        UI.getCurrent()
                .navigate(parts[0], parts.length == 1 ? QueryParameters.empty() : QueryParameters.fromString(parts[1]));
    }

    /** The class of a component with its items' type, which no class literal can say. */
    @SuppressWarnings("unchecked")
    protected static <T> Class<T> of(Class<?> component) {
        return (Class<T>) component;
    }
}
