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
 * Vaadin's strategy, which finds the person in front of a page on any thread, but for a page whose
 * session is gone: there Vaadin finds nobody, and nobody at all means the product itself.
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
