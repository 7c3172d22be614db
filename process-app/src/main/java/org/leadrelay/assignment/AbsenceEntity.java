package org.leadrelay.assignment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.AssignedId;

/** A rep's absence; one without an end lasts until the return is known. */
@Entity
@Table(name = "rep_absence")
class AbsenceEntity extends AssignedId<UUID> {

    @Id
    private UUID id;

    @Column
    private String login;

    @Column(name = "from_at")
    private Instant from;

    @Column(name = "until_at")
    private @Nullable Instant until;

    @Column
    private String setBy;

    @Column
    private @Nullable String deputy;

    @Column
    private String openTasks;

    protected AbsenceEntity() {}

    AbsenceEntity(
            String login,
            Instant from,
            @Nullable Instant until,
            String setBy,
            @Nullable String deputy,
            AbsenceHandling openTasks) {
        this.id = UUID.randomUUID();
        this.login = login;
        this.from = from;
        this.until = until;
        this.setBy = setBy;
        this.deputy = deputy;
        this.openTasks = openTasks.code();
    }

    boolean beginsAt(Instant instant) {
        return from.equals(instant);
    }

    /**
     * The rep is back.
     *
     * @throws IllegalStateException when it is over, or lies ahead
     */
    void end(Instant now) {
        if (!from.isBefore(now) || (until != null && !until.isAfter(now))) {
            throw new IllegalStateException("the absence from %s to %s does not run at %s".formatted(from, until, now));
        }
        until = now;
    }

    @Override
    public UUID getId() {
        return id;
    }

    String login() {
        return login;
    }

    Absence absence(List<Absence.Moved> moved) {
        return new Absence(
                id, from, until, deputy, AbsenceHandling.of(openTasks).orElseThrow(), moved);
    }
}
