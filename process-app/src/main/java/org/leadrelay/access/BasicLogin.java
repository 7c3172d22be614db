package org.leadrelay.access;

import java.util.List;
import org.leadrelay.platform.TooManyRequests;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/** HTTP Basic authentication for people. */
@Component
class BasicLogin implements AuthenticationManager {

    /** In place of all others: the one thing left to do is to choose a password. */
    static final GrantedAuthority MUST_CHANGE_PASSWORD = new SimpleGrantedAuthority("MUST_CHANGE_PASSWORD");

    private final Credentials credentials;
    private final Actors actors;
    private final PersonRepository persons;

    BasicLogin(Credentials credentials, Actors actors, PersonRepository persons) {
        this.credentials = credentials;
        this.actors = actors;
        this.persons = persons;
    }

    @Override
    public Authentication authenticate(Authentication given) {
        String login = Credentials.normalised(given.getName());
        try {
            if (!credentials.matchRemembered(login, String.valueOf(given.getCredentials()), ClientAddress.of(given))) {
                throw new BadCredentialsException("Login or password is wrong.");
            }
        } catch (TooManyRequests refusal) {
            throw new LoginBlocked(refusal);
        }
        return person(login, given.getDetails());
    }

    /** Whoever has shown to be this person. */
    Authentication person(String login, Object details) {
        Actor actor = actors.find(login).orElseThrow(() -> new BadCredentialsException("This login was deactivated."));
        boolean mustChange = persons.existsByLoginAndMustChangePasswordTrue(login);
        UsernamePasswordAuthenticationToken person = UsernamePasswordAuthenticationToken.authenticated(
                login, null, mustChange ? List.of(MUST_CHANGE_PASSWORD) : Authentications.authorities(actor));
        person.setDetails(details);
        return person;
    }
}
