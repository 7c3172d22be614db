package org.leadrelay.ui.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/** What runs for a page after its session has gone must not run as the product itself. */
class PageSecurityContextsTest {

    private final PageSecurityContexts contexts = new PageSecurityContexts();

    @AfterEach
    void noPage() {
        VaadinSession.setCurrent(null);
        contexts.clearContext();
    }

    @Test
    void the_page_of_a_session_that_was_invalidated_is_nobodys() {
        WrappedSession invalidated = mock(WrappedSession.class);
        when(invalidated.getAttributeNames()).thenThrow(new IllegalStateException("invalidated"));
        when(invalidated.getAttribute(any())).thenThrow(new IllegalStateException("invalidated"));
        inPageOf(invalidated);

        assertThat(contexts.getContext().getAuthentication()).isInstanceOf(AnonymousAuthenticationToken.class);
    }

    @Test
    void the_page_of_no_session_at_all_is_nobodys() {
        inPageOf(null);

        assertThat(contexts.getContext().getAuthentication()).isInstanceOf(AnonymousAuthenticationToken.class);
    }

    @Test
    void the_page_of_a_session_that_lives_is_the_persons() {
        WrappedSession living = mock(WrappedSession.class);
        TestingAuthenticationToken ada = new TestingAuthenticationToken("ada", null);
        when(living.getAttributeNames()).thenReturn(Set.of());
        when(living.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY))
                .thenReturn(new SecurityContextImpl(ada));
        inPageOf(living);

        assertThat(contexts.getContext().getAuthentication()).isSameAs(ada);
    }

    private static void inPageOf(@Nullable WrappedSession http) {
        VaadinSession page = mock(VaadinSession.class);
        when(page.getSession()).thenReturn(http);
        VaadinSession.setCurrent(page);
    }
}
