package org.leadrelay.access;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * Adapter from actors to Spring Security's authentications: a role {@code arbiter} is the authority
 * {@code ROLE_arbiter}.
 */
final class Authentications {

    private static final String SYSTEM_AUTHORITY = "SYSTEM";

    private Authentications() {}

    /** Whether somebody has logged in, or a system has shown its key. */
    static boolean isSomebody(@Nullable Authentication who) {
        return who != null && !(who instanceof AnonymousAuthenticationToken) && who.isAuthenticated();
    }

    static Authentication of(Actor actor) {
        return UsernamePasswordAuthenticationToken.authenticated(actor, null, authorities(actor));
    }

    static List<GrantedAuthority> authorities(Actor actor) {
        Collection<String> roles = actor.roles();
        List<GrantedAuthority> authorities = new ArrayList<>(roles.stream()
                .map(each -> new SimpleGrantedAuthority("ROLE_" + each))
                .toList());
        if (actor.system()) {
            authorities.add(new SimpleGrantedAuthority(SYSTEM_AUTHORITY));
        }
        return authorities;
    }
}
