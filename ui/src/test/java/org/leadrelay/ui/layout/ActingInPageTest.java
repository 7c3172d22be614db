package org.leadrelay.ui.layout;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.server.VaadinSession;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Actor;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.Roles;
import org.leadrelay.ui.testing.ViewTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/** Work for somebody else within a page, whose thread finds its security context in the page's session. */
class ActingInPageTest extends ViewTest {

    @Autowired
    CurrentPerson current;

    @Test
    void whoever_is_acted_for_acts_and_afterwards_the_person_of_the_page_again() {
        // given
        cast.person("mary", Roles.MARKETING);
        cast.person("mike", Roles.MARKETING);
        logIn("mary");
        VaadinSession.getCurrent()
                .getSession()
                .setAttribute(
                        HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
                        SecurityContextHolder.getContext());

        // when
        String outer = current.as(Actor.onBehalfOf("mike"), () -> {
            Actor inner = current.as(Actor.SYSTEM, current::get);
            return inner.login() + " for " + current.get().login();
        });

        // then
        assertThat(outer).isEqualTo("system for mike");
        assertThat(current.get().login()).isEqualTo("mary");
    }
}
