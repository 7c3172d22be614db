package org.leadrelay.access;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.Wording;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;

/** The current person's own password: changing it, and how strong a new one would be. */
@Service
public class Passwords {

    private static final Wording WORDING = Wording.of(Passwords.class);

    private final CurrentPerson currentPerson;
    private final Credentials credentials;
    private final People people;

    Passwords(CurrentPerson currentPerson, Credentials credentials, People people) {
        this.currentPerson = currentPerson;
        this.credentials = credentials;
        this.people = people;
    }

    /**
     * How strong a password is.
     *
     * @param score from 0, among the first guesses, to 4
     * @param objection why it would be refused, null when it would be taken
     */
    public record Strength(int score, @Nullable String objection) {}

    /**
     * Changes the password. Outside of any transaction: wrong old ones stay counted.
     *
     * @throws Invalid when the old one is wrong, or the new one would be guessed
     * @throws TooManyRequests after too many wrong ones
     */
    public void change(String oldPassword, String newPassword) {
        Person person = current();
        String address = ClientAddress.of(SecurityContextHolder.getContext().getAuthentication());
        Optional<String> hash = credentials.check(person.login(), oldPassword, address);
        if (hash.isEmpty()) {
            throw Invalid.field("oldPassword", WORDING.text("wrongPassword"));
        }
        if (oldPassword.equals(newPassword)) {
            throw Invalid.field("newPassword", WORDING.text("samePassword"));
        }
        people.choosePassword(person.login(), hash.get(), newPassword);
    }

    /** Of a new password for the current person, by the rule of {@link #change}. */
    public Strength strength(String newPassword) {
        Person person = current();
        PersonChange known = NewPasswords.asKnown(person);
        return new Strength(
                PasswordRules.score(newPassword, person.login(), known),
                PasswordRules.objection(newPassword, person.login(), known).orElse(null));
    }

    private Person current() {
        return people.get(currentPerson.get().login());
    }
}
