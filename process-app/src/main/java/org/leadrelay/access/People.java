package org.leadrelay.access;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Conflict;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.NotFound;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The people there are. Reading is for everybody inside; changing is for administrators. */
@Service
public class People {

    private final PersonTable table;
    private final Actors actors;
    private final Credentials credentials;
    private final CurrentPerson currentPerson;
    private final PasswordEncoder encoder;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    People(
            PersonTable table,
            Actors actors,
            Credentials credentials,
            CurrentPerson currentPerson,
            PasswordEncoder encoder,
            ApplicationEventPublisher events,
            Clock clock) {
        this.table = table;
        this.actors = actors;
        this.credentials = credentials;
        this.currentPerson = currentPerson;
        this.encoder = encoder;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<Person> find(String login) {
        return table.find(login);
    }

    /** Like {@link #find}, for a login that ought to exist. */
    @Transactional(readOnly = true)
    public Person get(String login) {
        return find(login).orElseThrow(() -> new NotFound("Nobody has the login '" + login + "'."));
    }

    /** Everybody, deactivated people included, by login. */
    @Transactional(readOnly = true)
    public List<Person> all() {
        return table.all();
    }

    /** The active people with this role, by login. */
    @Transactional(readOnly = true)
    public List<Person> byRole(String role) {
        return table.byRole(role);
    }

    /** The logins of all who share a team with this person, and the person's own. */
    @Transactional(readOnly = true)
    public Set<String> teammates(String login) {
        return table.teammates(login);
    }

    /** Somebody's name to show; the login itself where it is nobody's any more. */
    @Transactional(readOnly = true)
    public String displayName(String login) {
        return find(login).map(Person::displayName).orElse(login);
    }

    /**
     * Adds a person who chooses a password of their own at the first login.
     *
     * @throws Conflict when the login is taken
     */
    @Transactional
    public Person create(String login, PersonChange change, String password) {
        mustAdminister();
        String checked = Checked.login(login);
        Person person =
                new Person(
                        checked,
                        Checked.text("displayName", change.displayName(), 120),
                        Checked.email(change.email()),
                        true,
                        Checked.locale(change.locale()),
                        !currentPerson.get().isProduct(),
                        clock.instant(),
                        change.roles() == null ? Set.of() : change.roles());
        // The demo's password is short on purpose.
        boolean demo = currentPerson.get().isProduct();
        String hash = encoder.encode(demo ? password : Checked.password("password", password));
        if (!table.insert(person, hash)) {
            throw new Conflict("The login '" + checked + "' is taken. Choose another.");
        }
        replaceRoles(checked, person.roles());
        return person;
    }

    /** Changes what is given and leaves the rest; the last administrator stays one. */
    @Transactional
    public Person update(String login, PersonChange change) {
        mustAdminister();
        Person old = lock(login);
        Set<String> roles = change.roles();
        table.update(
                login,
                change.displayName() == null
                        ? old.displayName()
                        : Checked.text("displayName", change.displayName(), 120),
                change.email() == null ? old.email() : Checked.email(change.email()),
                change.locale() == null ? old.locale() : Checked.locale(change.locale()));
        if (roles != null) {
            if (old.roles().contains(Roles.ADMINISTRATOR) && !roles.contains(Roles.ADMINISTRATOR)) {
                mustLeaveAnAdministrator(login);
            }
            replaceRoles(login, roles);
        }
        forget(login);
        return get(login);
    }

    /**
     * Ends a person's access at once. Open tasks go to the successor, or back to the role.
     *
     * @throws Conflict when it is the last administrator
     */
    @Transactional
    public void deactivate(String login, @Nullable String successor) {
        mustAdminister();
        Person person = lock(login);
        if (person.roles().contains(Roles.ADMINISTRATOR)) {
            mustLeaveAnAdministrator(login);
        }
        if (successor != null && (successor.equals(login) || !get(successor).active())) {
            throw Invalid.field(
                    "successor",
                    "'" + successor + "' cannot take over.",
                    "Name an active colleague.");
        }
        table.setActive(login, false);
        forget(login);
        events.publishEvent(new PersonDeactivated(login, successor));
    }

    @Transactional
    public void activate(String login) {
        mustAdminister();
        lock(login);
        table.setActive(login, true);
        forget(login);
    }

    /** Sets a password that the person has to change at the next login. */
    @Transactional
    public void resetPassword(String login, String password) {
        mustAdminister();
        lock(login);
        table.setPassword(login, encoder.encode(Checked.password("password", password)), true);
        forget(login);
    }

    /**
     * A person's own change of password.
     *
     * @throws Invalid when the old one is wrong
     */
    @Transactional
    public void changePassword(String oldPassword, String newPassword) {
        String login = currentPerson.get().login();
        lock(login);
        if (!encoder.matches(oldPassword, table.passwordHash(login).orElse(""))) {
            throw Invalid.field("oldPassword", "The old password is not right.", "Type it again.");
        }
        if (oldPassword.equals(newPassword)) {
            throw Invalid.field("newPassword", "That is the old password.", "Choose another.");
        }
        table.setPassword(
                login, encoder.encode(Checked.password("newPassword", newPassword)), false);
        forget(login);
    }

    private void replaceRoles(String login, Set<String> roles) {
        for (String each : roles) {
            if (!table.roleExists(each)) {
                throw Invalid.field(
                        "roles", "There is no role '" + each + "'.", "Choose one of the list.");
            }
        }
        table.replaceRoles(login, roles);
        forget(login);
    }

    private Person lock(String login) {
        table.lock(login);
        return get(login);
    }

    private void mustLeaveAnAdministrator(String login) {
        if (!table.otherAdministrator(login)) {
            throw new Conflict(
                    "'" + login + "' is the last administrator. Make somebody else one first.");
        }
    }

    private void mustAdminister() {
        currentPerson.get().mustHave(Roles.ADMINISTRATOR);
    }

    private void forget(String login) {
        actors.forget(login);
        credentials.forget(login);
    }
}
