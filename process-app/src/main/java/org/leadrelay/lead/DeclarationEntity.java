package org.leadrelay.lead;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A {@link Declaration} with what it is about, and who made it. */
@Entity
@Table(name = "declaration")
class DeclarationEntity {

    @EmbeddedId
    private About about;

    @Column
    private boolean mail;

    @Column
    private boolean call;

    @Column
    private String basis;

    @Column
    private @Nullable String wording;

    @Column
    private @Nullable String changedBy;

    @Column
    private @Nullable Instant changedAt;

    /** Origin, source, or kind, with its name. */
    @Embeddable
    record About(String scope, String name) implements Serializable {}

    /** For Hibernate. */
    DeclarationEntity() {}

    DeclarationEntity(Declarations.Declared declared, String person, Instant now) {
        Declaration what = declared.declaration();
        this.about = new About(declared.scope(), declared.name());
        this.mail = what.mail();
        this.call = what.call();
        this.basis = what.basis();
        this.wording = what.wording();
        this.changedBy = person;
        this.changedAt = now;
    }

    Declarations.Declared shown() {
        return new Declarations.Declared(about.scope(), about.name(), new Declaration(mail, call, basis, wording));
    }
}
