package org.leadrelay.access;

import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/** For the login view: an active person with password and roles. */
@Component
class PersonDetailsService implements UserDetailsService {

    private final PersonRepository persons;
    private final Actors actors;

    PersonDetailsService(PersonRepository persons, Actors actors) {
        this.persons = persons;
        this.actors = actors;
    }

    @Override
    public UserDetails loadUserByUsername(String typed) {
        String login = Credentials.normalised(typed);
        return persons.activePasswordHash(login)
                .flatMap(
                        hash ->
                                actors.find(login)
                                        .map(
                                                actor ->
                                                        new User(
                                                                login,
                                                                hash,
                                                                Authentications.authorities(
                                                                        actor))))
                .orElseThrow(() -> new UsernameNotFoundException("Nobody has this login."));
    }
}
