package org.leadrelay.access;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leadrelay.journal.ErasedPerson;
import org.leadrelay.platform.Alphabet;
import org.leadrelay.platform.Conflict;
import org.leadrelay.platform.Forbidden;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.NotFound;
import org.leadrelay.platform.RetryOnCollision;
import org.leadrelay.platform.Wording;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Accounts of people. Reading is for everybody inside; changing is for whoever administers people. */
@Service
@RetryOnCollision
public class People {

    private static final Wording WORDING = Wording.of(People.class);

    private final PersonRepository persons;
    private final RoleRepository roles;
    private final Actors actors;
    private final CurrentPerson currentPerson;
    private final NewPasswords passwords;
    private final LastAdministrator lastAdministrator;
    private final PersonChanges changes;
    private final Clock clock;

    People(
            PersonRepository persons,
            RoleRepository roles,
            Actors actors,
            CurrentPerson currentPerson,
            NewPasswords passwords,
            LastAdministrator lastAdministrator,
            PersonChanges changes,
            Clock clock) {
        this.persons = persons;
        this.roles = roles;
        this.actors = actors;
        this.currentPerson = currentPerson;
        this.passwords = passwords;
        this.lastAdministrator = lastAdministrator;
        this.changes = changes;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<Person> find(String login) {
        return persons.findByLogin(login).map(PersonEntity::person);
    }

    /** Whether an administrator chose this person's password, and nobody else knows it yet. */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public boolean mustChangePassword(String login) {
        return persons.existsByLoginAndMustChangePasswordTrue(login);
    }

    /** Like {@link #find}, for a login that ought to exist. */
    @Transactional(readOnly = true)
    public Person get(String login) {
        return find(login).orElseThrow(() -> nobody(login));
    }

    /** Everybody, deactivated people included, by login. */
    @Transactional(readOnly = true)
    public List<Person> all() {
        return persons.findAllBy().stream()
                .map(PersonEntity::person)
                .sorted(Comparator.comparing(Person::login, Alphabet.order()))
                .toList();
    }

    /** The active people with this role, by login. */
    @Transactional(readOnly = true)
    public List<Person> byRole(String role) {
        return persons.activeWith(role).stream().map(PersonEntity::person).toList();
    }

    /** The logins of the active people with this role, in order. */
    @Transactional(readOnly = true)
    public List<String> loginsByRole(String role) {
        return persons.activeLoginsWith(role);
    }

    /** The logins of the active people whom a role allows this, in order. */
    @Transactional(readOnly = true)
    public List<String> loginsWhoMay(Permission permission) {
        return persons.activeWhoMay(permission.code());
    }

    /** Who somebody is to services that are asked on their behalf, as long as no team matters. */
    @Transactional(readOnly = true)
    public Actor actor(Person person) {
        return Actor.person(
                person.login(), person.displayName(), person.roles(), actors.permissionsOf(person.roles()), Set.of());
    }

    /** Somebody active with all that they may now, their teams included; empty for anybody else. */
    @Transactional(readOnly = true)
    public Optional<Actor> acting(String login) {
        return actors.find(login);
    }

    /** {@link #displayName(String, Locale)} in the language of the current request. */
    @Transactional(readOnly = true)
    public String displayName(String login) {
        return displayName(login, Wording.language());
    }

    /**
     * Somebody's name to show, or that of an API key; the login itself where it is nobody's any more, and words for somebody
     * whom the log names by a reference that was erased.
     */
    @Transactional(readOnly = true)
    public String displayName(String login, Locale locale) {
        return ErasedPerson.digits(login)
                .map(digits -> WORDING.text(locale, "erasedPerson", digits))
                .or(() -> LoggedKeys.isKey(login) ? persons.keyName(login) : persons.name(login))
                .orElse(login);
    }

    /**
     * Adds a person who chooses a password of their own at the first login.
     *
     * @throws Conflict when the login is taken
     */
    @Transactional
    public Person create(String login, PersonChange change, String password) {
        mustAdminister();
        String checked = AdministrationInput.login(login);
        PersonEntity person = new PersonEntity(
                checked,
                AdministrationInput.text("displayName", change.displayName(), 120),
                AdministrationInput.email(change.email()),
                AdministrationInput.locale(change.locale()),
                clock.instant());
        if (currentPerson.get().isProduct()) {
            // The demo's password is short on purpose.
            person.choosePassword(passwords.unchecked(password));
        } else {
            person.givePassword(passwords.checked("password", password, person.person()));
        }
        try {
            persons.saveAndFlush(person);
        } catch (DataIntegrityViolationException e) {
            throw new Conflict(WORDING.text("loginTaken", checked));
        }
        if (change.roles() != null) {
            mustAdministerNoMoreThanOneself(change.roles());
            person.takeRoles(known(change.roles()));
        }
        Person added = changed(person);
        changes.added(added);
        return added;
    }

    /**
     * Changes what is given and leaves the rest; the last one who may change permissions stays one.
     *
     * @throws Forbidden when it would give somebody more administration than the
     *     current person has, or roles to themselves, and they do not administer roles
     */
    @Transactional
    public Person update(String login, PersonChange change) {
        mustAdminister();
        PersonEntity person = lock(login);
        mustAdministerNoMoreThanOneself(person.roles());
        Person before = person.person();
        boolean administered = administersRoles(person);
        Set<String> newRoles = change.roles();
        person.describe(
                change.displayName() == null
                        ? person.displayName()
                        : AdministrationInput.text("displayName", change.displayName(), 120),
                change.email() == null ? person.email() : AdministrationInput.email(change.email()),
                change.locale() == null ? person.locale() : AdministrationInput.locale(change.locale()));
        if (newRoles != null) {
            mustNotGiveOneself(person, newRoles);
            mustAdministerNoMoreThanOneself(newRoles);
            person.takeRoles(known(newRoles));
        }
        Person changed = changed(person);
        mustLeaveAnAdministrator(person, administered);
        changes.changed(before, changed);
        return changed;
    }

    /**
     * Ends a person's access at once. Open tasks go to the successor, or back to the role.
     *
     * @throws Conflict when it is the last one who may change permissions
     */
    @Transactional
    public void deactivate(String login, @Nullable String successor) {
        mustAdminister();
        PersonEntity person = lock(login);
        mustAdministerNoMoreThanOneself(person.roles());
        boolean administered = administersRoles(person);
        if (successor != null && (successor.equals(login) || !get(successor).active())) {
            throw Invalid.field("successor", WORDING.text("noSuccessor", successor));
        }
        person.deactivate();
        changed(person);
        mustLeaveAnAdministrator(person, administered);
        changes.deactivated(login, successor);
    }

    @Transactional
    public void activate(String login) {
        mustAdminister();
        PersonEntity person = lock(login);
        mustAdministerNoMoreThanOneself(person.roles());
        person.activate();
        changed(person);
        changes.activated(login);
    }

    /** Sets a password that the person has to change at the next login. */
    @Transactional
    public void resetPassword(String login, String password) {
        mustAdminister();
        PersonEntity person = lock(login);
        mustAdministerNoMoreThanOneself(person.roles());
        person.givePassword(passwords.checked("password", password, person.person()));
        changed(person);
        changes.passwordReset(login);
    }

    /**
     * A password of the person's own choice, in place of the one with that hash; of the person's
     * sessions only the one that asks stays.
     */
    @Transactional
    void choosePassword(String login, String oldHash, String password) {
        PersonEntity person = lock(login);
        if (!person.active() || !person.passwordHash().equals(oldHash)) {
            throw Invalid.field("oldPassword", WORDING.text("wrongPassword"));
        }
        person.choosePassword(passwords.checked("newPassword", password, person.person()));
        currentPerson.keepSession(person.accessVersion());
        changed(person);
        changes.passwordChosen(login);
    }

    private Set<String> known(Set<String> names) {
        for (String each : names) {
            if (!roles.existsById(each)) {
                throw Invalid.field("roles", WORDING.text("noRole", each));
            }
        }
        return names;
    }

    private PersonEntity lock(String login) {
        return persons.lock(login).orElseThrow(() -> nobody(login));
    }

    private boolean administersRoles(PersonEntity person) {
        return person.active() && actors.permissionsOf(person.roles()).contains(Permission.ADMINISTER_ROLES);
    }

    private void mustLeaveAnAdministrator(PersonEntity person, boolean administered) {
        if (administered && !administersRoles(person)) {
            lastAdministrator.mustRemain("lastAdministrator", person.getId());
        }
    }

    private void mustAdminister() {
        currentPerson.get().mustHave(Permission.ADMINISTER_PEOPLE);
    }

    /** Who may not change what roles allow does not get there by a role, or by somebody's password. */
    private void mustAdministerNoMoreThanOneself(Set<String> ofRoles) {
        Actor actor = currentPerson.get();
        if (actor.may(Permission.ADMINISTER_ROLES)) {
            return;
        }
        if (actors.permissionsOf(ofRoles).stream().anyMatch(each -> each.isAdministrative() && !actor.may(each))) {
            throw new Forbidden(WORDING.text("administersMore"));
        }
    }

    private void mustNotGiveOneself(PersonEntity person, Set<String> newRoles) {
        Actor actor = currentPerson.get();
        if (!actor.may(Permission.ADMINISTER_ROLES)
                && actor.login().equals(person.getId())
                && !person.roles().containsAll(newRoles)) {
            throw new Forbidden(WORDING.text("givesOneself"));
        }
    }

    /** Flushed, because others read people with SQL and may do so in this transaction. */
    private Person changed(PersonEntity person) {
        persons.flush();
        actors.forget(person.getId());
        return person.person();
    }

    private static NotFound nobody(String login) {
        return new NotFound(WORDING.text("nobody", login));
    }
}
