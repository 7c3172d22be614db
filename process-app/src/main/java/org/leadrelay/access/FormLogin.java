package org.leadrelay.access;

import org.leadrelay.platform.TooManyRequests;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** The login view's form, for people. */
@Component
class FormLogin implements AuthenticationProvider {

    private final Credentials credentials;
    private final Actors actors;
    private final PersonRepository persons;

    FormLogin(Credentials credentials, Actors actors, PersonRepository persons) {
        this.credentials = credentials;
        this.actors = actors;
        this.persons = persons;
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
        Actor actor =
                actors.find(login)
                        .orElseThrow(
                                () -> new BadCredentialsException("This login was deactivated."));
        // All roles, also before a password is chosen: the session goes on after that.
        Actor later = Actor.person(login, actor.displayName(), persons.roles(login), actor.teams());
        var person =
                UsernamePasswordAuthenticationToken.authenticated(
                        login, null, Authentications.authorities(later));
        person.setDetails(given.getDetails());
        return person;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
