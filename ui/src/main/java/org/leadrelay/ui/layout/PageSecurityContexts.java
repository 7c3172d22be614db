package org.leadrelay.ui.layout;

import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import com.vaadin.flow.spring.security.VaadinAwareSecurityContextHolderStrategy;
import java.util.List;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.core.context.SecurityContextImpl;

/**
 * Security context strategy of pages, which finds the person on any thread, and nobody where the page's session
 * is gone.
 */
final class PageSecurityContexts implements SecurityContextHolderStrategy {

    private static final String NOBODY = "anonymous";

    private final SecurityContextHolderStrategy vaadins = new VaadinAwareSecurityContextHolderStrategy();

    @Override
    public SecurityContext getContext() {
        VaadinSession session = VaadinSession.getCurrent();
        return session != null && isGone(session) ? nobody() : vaadins.getContext();
    }

    private static boolean isGone(VaadinSession session) {
        WrappedSession http = session.getSession();
        if (http == null) {
            return true;
        }
        try {
            http.getAttributeNames();
            return false;
        } catch (IllegalStateException invalidated) {
            return true;
        }
    }

    private static SecurityContext nobody() {
        return new SecurityContextImpl(new AnonymousAuthenticationToken(
                NOBODY, NOBODY, List.of(new SimpleGrantedAuthority("ROLE_ANONYMOUS"))));
    }

    @Override
    public void clearContext() {
        vaadins.clearContext();
    }

    @Override
    public void setContext(SecurityContext context) {
        vaadins.setContext(context);
    }

    @Override
    public SecurityContext createEmptyContext() {
        return vaadins.createEmptyContext();
    }
}
