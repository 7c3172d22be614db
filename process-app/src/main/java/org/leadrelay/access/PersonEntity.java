package org.leadrelay.access;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.AssignedId;
import org.leadrelay.platform.Language;

/** A person with roles and password; what others see of it is {@link Person}. */
@Entity
@Table(name = "person")
@DynamicUpdate
class PersonEntity extends AssignedId<String> {

    @Id
    private String login;

    @Column
    private String displayName;

    @Column
    private @Nullable String email;

    @Column
    private String passwordHash;

    @Column
    private boolean active;

    @Column
    private @Nullable String locale;

    @Column
    private @Nullable String languageSeen;

    @Column
    private boolean mustChangePassword;

    @Column
    private Instant createdAt;

    /** What a session carries from its login on; raised by whatever ends all of them. */
    @Column
    private long accessVersion;

    @ElementCollection
    @CollectionTable(name = "person_role", joinColumns = @JoinColumn(name = "login"))
    @Column(name = "role")
    private final Set<String> roles = new HashSet<>();

    protected PersonEntity() {}

    /** Active, and without a role yet. */
    PersonEntity(String login, String displayName, @Nullable String email, @Nullable String locale, Instant createdAt) {
        this.login = login;
        this.displayName = displayName;
        this.email = email;
        this.locale = locale;
        this.createdAt = createdAt;
        this.active = true;
    }

    void describe(String newDisplayName, @Nullable String newEmail, @Nullable String newLocale) {
        displayName = newDisplayName;
        email = newEmail;
        locale = newLocale;
    }

    /** Null is as the browser asks. */
    void speak(@Nullable Language language) {
        locale = language == null ? null : language.code();
    }

    void takeRoles(Set<String> names) {
        roles.clear();
        roles.addAll(names);
    }

    /** A password of the person's own choice. */
    void choosePassword(String hash) {
        passwordHash = hash;
        mustChangePassword = false;
        accessVersion++;
    }

    /** A password that somebody else chose, good for one login. */
    void givePassword(String hash) {
        passwordHash = hash;
        mustChangePassword = true;
        accessVersion++;
    }

    void activate() {
        active = true;
        accessVersion++;
    }

    void deactivate() {
        active = false;
        accessVersion++;
    }

    @Override
    public String getId() {
        return login;
    }

    String displayName() {
        return displayName;
    }

    @Nullable
    String email() {
        return email;
    }

    @Nullable
    String locale() {
        return locale;
    }

    String passwordHash() {
        return passwordHash;
    }

    long accessVersion() {
        return accessVersion;
    }

    boolean active() {
        return active;
    }

    Set<String> roles() {
        return Set.copyOf(roles);
    }

    Person person() {
        return new Person(
                login, displayName, email, active, locale, languageSeen, mustChangePassword, createdAt, roles);
    }
}
