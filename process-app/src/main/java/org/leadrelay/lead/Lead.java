package org.leadrelay.lead;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Conflict;
import org.leadrelay.platform.Wording;

/**
 * A person or company that may buy: one row, whatever the number of its journeys. Loaded with its
 * row locked, see {@link Leads}; the version turns a load that was not into a loud failure.
 */
@Entity
@Table(name = "lead")
@DynamicUpdate
class Lead {

    private static final Wording WORDING = Wording.of(Lead.class);

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    @Embedded
    private ContactDetails contact = new ContactDetails();

    @Column(updatable = false)
    private String origin;

    @Column
    private @Nullable String owner;

    @Column
    private @Nullable UUID journeyId;

    @Column(updatable = false)
    private Instant createdAt;

    @Column
    private Instant capturedAt;

    @Column
    private @Nullable UUID mergedInto;

    @Column
    private @Nullable Instant undoneAt;

    /** For Hibernate. */
    Lead() {}

    /** A lead that nobody has met before. */
    Lead(UUID id, String origin, ContactDetails contact, Instant createdAt, Instant capturedAt) {
        this.id = id;
        this.origin = origin;
        this.contact = contact;
        this.createdAt = createdAt;
        this.capturedAt = capturedAt;
    }

    UUID id() {
        return id;
    }

    @Nullable
    String owner() {
        return owner;
    }

    ContactPoint contact() {
        return contact.reachedAt(origin);
    }

    @Nullable
    UUID mergedInto() {
        return mergedInto;
    }

    /** Somebody brought it again; an older record does not set it back. */
    void captured(Instant at) {
        if (at.isAfter(capturedAt)) {
            capturedAt = at;
        }
    }

    /** Only an import that was undone had brought it. */
    boolean undone() {
        return undoneAt != null;
    }

    /** The import that had brought it was undone. */
    void undo(Instant now) {
        undoneAt = now;
    }

    /** Its facts say this of it now. */
    void knownBy(ContactDetails details) {
        contact = details;
    }

    /** The rep who has it now; null gives it back to nobody. */
    void belongTo(@Nullable String login) {
        owner = login;
    }

    /** The journey it is on from now on. */
    void follow(JourneyEntity journey) {
        journeyId = journey.id();
    }

    /**
     * It turned out to be the same as another one.
     *
     * @throws Conflict when it is part of another lead already
     */
    void mergeInto(Lead survivor) {
        if (mergedInto != null || survivor.mergedInto != null) {
            throw new Conflict(WORDING.text("mergedMeanwhile"));
        }
        mergedInto = survivor.id;
    }
}
