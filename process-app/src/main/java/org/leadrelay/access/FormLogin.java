package org.leadrelay.access;

import java.util.List;
import org.leadrelay.platform.TooManyRequests;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Form login of people. It says who came; what they may, {@link SessionAuthentication} is asked each time. */
@Component
class FormLogin implements AuthenticationProvider {

    private final Credentials credentials;

    FormLogin(Credentials credentials) {
        this.credentials = credentials;
    }

    @Override
    public Authentication authenticate(Authentication given) {
        String login = Credentials.normalised(given.getName());
        try {
            if (credentials
                    .check(login, String.valueOf(given.getCredentials()), ClientAddress.of(given))
                    .isEmpty()) {
                throw new BadCredentialsException("Login or password is wrong.");
            }
        } catch (TooManyRequests refusal) {
            throw new LoginBlocked(refusal);
        }
        UsernamePasswordAuthenticationToken person =
                UsernamePasswordAuthenticationToken.authenticated(login, null, List.of());
        person.setDetails(given.getDetails());
        return person;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
