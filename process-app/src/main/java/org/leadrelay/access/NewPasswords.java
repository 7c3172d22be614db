package org.leadrelay.access;

import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Password hashing, after the {@link PasswordRules} are kept. */
@Component
class NewPasswords {

    private final PasswordEncoder encoder;

    NewPasswords(PasswordEncoder encoder) {
        this.encoder = encoder;
    }

    /**
     * The hash of a password that somebody chose.
     *
     * @throws Invalid when it would be guessed
     */
    String checked(String field, String password, Person person) {
        PasswordRules.check(field, password, person.login(), asKnown(person));
        return encoder.encode(password);
    }

    /** The hash of a password of the product's own choice; the demo's is short on purpose. */
    String unchecked(String password) {
        return encoder.encode(password);
    }

    static PersonChange asKnown(Person person) {
        return new PersonChange(person.displayName(), person.email(), person.locale(), person.roles());
    }
}
