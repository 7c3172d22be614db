package org.leadrelay.testing;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.leadrelay.access.Actor;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.People;
import org.leadrelay.access.PersonChange;
import org.leadrelay.access.Teams;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;

/** The people of a test: {@code cast.person("ada", Roles.SALES_REP); cast.actingAs("ada");} */
public final class Cast {

    /** What everybody in tests logs in with. */
    public static final String PASSWORD = "everybody-in-tests";

    private final People people;
    private final Teams teams;
    private final CurrentPerson currentPerson;

    Cast(People people, Teams teams, CurrentPerson currentPerson) {
        this.people = people;
        this.teams = teams;
        this.currentPerson = currentPerson;
    }

    /** Makes the person, or gives the one of that login these roles. */
    public String person(String login, String... roles) {
        PersonChange change = new PersonChange(login, null, "en", Set.of(roles));
        return currentPerson.as(Actor.SYSTEM, () -> {
            if (people.find(login).isPresent()) {
                people.update(login, change);
                people.activate(login);
            } else {
                people.create(login, change, PASSWORD);
            }
            return login;
        });
    }

    /** Makes the team, or gives the one of that name these members. */
    public UUID team(String name, String... logins) {
        return currentPerson.as(
                Actor.SYSTEM,
                () -> teams.all().stream()
                        .filter(each -> each.name().equals(name))
                        .findFirst()
                        .map(each -> teams.update(each.id(), name, Set.of(logins)))
                        .orElseGet(() -> teams.create(name, Set.of(logins)))
                        .id());
    }

    /** From here to the end of the test, services are called by this person. */
    public void actingAs(String login) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        List<SimpleGrantedAuthority> authorities = people.get(login).roles().stream()
                .map(each -> new SimpleGrantedAuthority("ROLE_" + each))
                .toList();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(login, null, authorities));
        SecurityContextHolder.setContext(context);
    }

    /** From here on it is the product itself again. */
    public void actingAsNobody() {
        SecurityContextHolder.clearContext();
    }
}
