package org.leadrelay.lead;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Conflict;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.Wording;

/**
 * Two leads that may be one person, waiting for a decision. Opened by {@link Duplicates} in SQL,
 * for two captures may find the same pair at once; decided here.
 */
@Entity
@Table(name = "duplicate_case")
@DynamicUpdate
class DuplicateCaseEntity {

    private static final Wording WORDING = Wording.of(DuplicateCaseEntity.class);

    @Id
    private UUID id;

    @Column(name = "lead_a")
    private UUID leadA;

    @Column(name = "lead_b")
    private UUID leadB;

    @Column
    private String reason;

    /** The captured records that wait for the decision, in the order in which they came. */
    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable String capture;

    @Column
    private @Nullable Instant captureAt;

    @Column
    private String state;

    @Column
    private Instant openedAt;

    @Column
    private @Nullable Instant decidedAt;

    @Column
    private @Nullable String decidedBy;

    @Column
    private @Nullable UUID survivor;

    /** For Hibernate. */
    DuplicateCaseEntity() {}

    UUID leadA() {
        return leadA;
    }

    UUID leadB() {
        return leadB;
    }

    @Nullable
    String waiting() {
        return capture;
    }

    /** When the waiting record came. */
    Instant waitingSince() {
        return captureAt == null ? openedAt : captureAt;
    }

    /** What others see of it. */
    DuplicateCase shown() {
        return new DuplicateCase(id, leadA, leadB, reason, state, capture != null, openedAt);
    }

    /**
     * The other one of the two.
     *
     * @throws Invalid when this is neither
     */
    UUID other(UUID one) {
        if (one.equals(leadA)) {
            return leadB;
        }
        if (one.equals(leadB)) {
            return leadA;
        }
        throw Invalid.field("survivor", WORDING.text("neither", leadA, leadB));
    }

    /**
     * @throws Conflict when somebody decided already
     */
    void mustBeOpen() {
        if (!state.equals("open")) {
            throw new Conflict(WORDING.text("decided." + state));
        }
    }

    /** They are one person, and this lead goes on. */
    void merge(UUID goesOn, String login, Instant now) {
        decide("merged", login, now);
        survivor = goesOn;
    }

    /** They are two people. */
    void keepApart(String login, Instant now) {
        decide("apart", login, now);
    }

    private void decide(String decision, String login, Instant now) {
        mustBeOpen();
        state = decision;
        decidedBy = login;
        decidedAt = now;
        capture = null;
    }
}
