package org.leadrelay.lead;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.AssignedId;
import org.leadrelay.platform.Conflict;
import org.leadrelay.platform.Wording;

/**
 * Entity of a journey, one lead's way from captured to an end; {@link Journey} is what others see of it. Its fields are
 * named as there.
 */
@Entity
@Table(name = "journey")
@DynamicUpdate
class JourneyEntity extends AssignedId<UUID> {

    /** Cause of a journey that begins where one was won by mistake. */
    static final String WIN_TAKEN_BACK = "winTakenBack";

    private static final Wording WORDING = Wording.of(JourneyEntity.class);

    @Id
    private UUID id;

    @Column(updatable = false)
    private UUID leadId;

    @Column
    private int number;

    @Column
    private @Nullable UUID previousId;

    @Column(updatable = false)
    private String cause;

    @Column
    private @Nullable String reason;

    @Column(updatable = false)
    private Instant startedAt;

    @Column
    private @Nullable Instant endedAt;

    @Column(name = "end_kind")
    private @Nullable String end;

    @Column
    private @Nullable String endReason;

    @Column
    private @Nullable String step;

    @Column
    private @Nullable String stepName;

    @Column
    private @Nullable String route;

    @Column
    private @Nullable String priority;

    @Column
    private @Nullable String fit;

    @Column
    private @Nullable Integer maturity;

    @Column
    private @Nullable String track;

    @Column
    private long lap = 1;

    @Column
    private @Nullable Instant lapSince;

    /** For Hibernate. */
    JourneyEntity() {}

    private JourneyEntity(UUID leadId, int number, String cause, Instant startedAt) {
        this.id = UUID.randomUUID();
        this.leadId = leadId;
        this.number = number;
        this.cause = cause;
        this.startedAt = startedAt;
    }

    /** The first journey of a lead. */
    static JourneyEntity first(UUID leadId, Instant now) {
        return new JourneyEntity(leadId, 1, "captured", now);
    }

    /**
     * The journey after one that has ended.
     *
     * @param cause returned, reopened or {@link #WIN_TAKEN_BACK}
     * @param reason in the words of whoever reopens it
     * @throws Conflict when the previous one still runs
     */
    static JourneyEntity after(Journey previous, String cause, @Nullable String reason, Instant now) {
        if (previous.endedAt() == null) {
            throw new Conflict(WORDING.text("running"));
        }
        JourneyEntity next = new JourneyEntity(previous.leadId(), previous.number() + 1, cause, now);
        next.previousId = previous.id();
        next.reason = reason;
        return next;
    }

    /**
     * The journey that goes on where one was won by mistake, rated as that one was.
     *
     * @param reason in the words of whoever takes the win back
     */
    static JourneyEntity again(Journey won, String reason, Instant now) {
        JourneyEntity next = after(won, WIN_TAKEN_BACK, reason, now);
        next.route = won.route();
        next.priority = won.priority();
        next.fit = won.fit();
        next.maturity = won.maturity();
        next.track = won.track();
        next.lap = won.lap();
        return next;
    }

    @Override
    public UUID getId() {
        return id;
    }

    UUID id() {
        return id;
    }

    boolean lives() {
        return endedAt == null;
    }

    /** It waits at this element now. */
    void moveTo(String element, @Nullable String elementName) {
        mustLive();
        step = element;
        stepName = elementName;
    }

    /** What the tables found; what they left out stays. */
    void rate(Map<String, Object> outputs, Instant now) {
        mustLive();
        fit = text(outputs, "fit", fit);
        route = text(outputs, "route", route);
        priority = text(outputs, "priority", priority);
        track = text(outputs, "track", track);
        if (outputs.get("maturity") instanceof Number found) {
            maturity = Math.toIntExact(found.longValue());
        }
        if (outputs.get("lap") instanceof Number found && found.longValue() != lap) {
            lap = found.longValue();
            lapSince = now;
        }
    }

    private static @Nullable String text(Map<String, Object> outputs, String name, @Nullable String before) {
        Object value = outputs.get(name);
        return value == null ? before : value.toString();
    }

    /** Why it is about to end, in the words of whoever ends it. */
    void giveEndReason(String words) {
        mustLive();
        endReason = words;
    }

    void end(String kind, Instant now) {
        mustLive();
        end = kind;
        endedAt = now;
        step = null;
        stepName = null;
    }

    private void mustLive() {
        if (!lives()) {
            throw ended(end);
        }
    }

    static Conflict ended(@Nullable String end) {
        return new Conflict(WORDING.text("ended", WORDING.text("end." + end)));
    }
}
