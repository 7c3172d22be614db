package org.leadrelay.promise;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import org.leadrelay.calendar.BusinessCalendar;
import org.leadrelay.calendar.Pause;
import org.leadrelay.platform.SmallLetters;

/**
 * A promise from its opening, which {@link Ledger} does, to its end. Every verb refuses what the
 * promise's state does not allow: whoever calls it has asked first.
 */
@Entity
@Table(name = "promise")
@DynamicUpdate
class PromiseEntity {

    enum State {
        OPEN,
        KEPT,
        BROKEN,
        VOID;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Id private UUID id;
    @Column private UUID leadId;
    @Column private String clause;
    @Column private String element;
    @Column private String priority;
    @Column private int charterVersion;
    @Column private int calendarVersion;
    @Column private Instant openedAt;
    @Column private Instant dueAt;
    @Column private @Nullable Instant remindAt;
    @Column private @Nullable Instant remindedAt;
    @Column private @Nullable Instant pausedAt;

    @Column
    @Convert(converter = StateInSmallLetters.class)
    private State state;

    @Column private @Nullable Instant brokenAt;
    @Column private @Nullable Instant endedAt;
    @Column private @Nullable Long lateSeconds;
    @Column private String arithmeticEn;
    @Column private String arithmeticDe;

    protected PromiseEntity() {}

    boolean isBroken() {
        return state == State.BROKEN;
    }

    boolean isPaused() {
        return pausedAt != null;
    }

    boolean isReminded() {
        return remindedAt != null;
    }

    /** The due instant passed; time spent waiting for the other side does not count. */
    boolean missedAt(Instant now) {
        return !isPaused() && !now.isBefore(dueAt);
    }

    /** Somebody was reminded. */
    void remind(Instant now) {
        allow(!isReminded() && endedAt == null, "reminded of");
        remindedAt = now;
    }

    /** It waits for the other side. */
    void pause(Instant now) {
        allow(state == State.OPEN && !missedAt(now) && !isPaused(), "paused");
        pausedAt = now;
    }

    /**
     * It goes on with the working time it had left.
     *
     * @return that working time
     */
    Duration resume(BusinessCalendar calendar, Instant now) {
        allow(isPaused() && endedAt == null, "resumed");
        Instant since = pausedAt == null ? now : pausedAt;
        Duration left = calendar.between(since, dueAt);
        dueAt = calendar.add(now, left);
        if (remindAt != null && remindAt.isAfter(since)) {
            remindAt = calendar.add(now, calendar.between(since, remindAt));
        }
        pausedAt = null;
        arithmeticEn += "; " + Pause.words(calendar, since, left, now, dueAt, Locale.ENGLISH);
        arithmeticDe += "; " + Pause.words(calendar, since, left, now, dueAt, Locale.GERMAN);
        return left;
    }

    /** Its step was completed in time. */
    void keep(Instant now) {
        allow(state == State.OPEN && !missedAt(now), "kept");
        state = State.KEPT;
        pausedAt = null;
        endedAt = now;
    }

    /** Its step was taken away before it was due. */
    void cancel(Instant now) {
        allow(state == State.OPEN && !missedAt(now), "cancelled");
        state = State.VOID;
        pausedAt = null;
        endedAt = now;
    }

    /** Its due instant has passed; its step goes on. */
    void breakAt(Instant now) {
        allow(state == State.OPEN && missedAt(now), "broken");
        state = State.BROKEN;
        brokenAt = now;
    }

    /**
     * The step of a promise that was not kept ends.
     *
     * @param late working time after the due instant at which it was completed after all, or null
     */
    void endBroken(Instant now, @Nullable Duration late) {
        allow(endedAt == null, "ended");
        if (!isBroken()) {
            breakAt(now);
        }
        endedAt = now;
        lateSeconds = late == null ? null : late.toSeconds();
    }

    private void allow(boolean allowed, String what) {
        if (!allowed) {
            throw new IllegalStateException(
                    "The promise %s of lead %s is %s (due %s, paused %s, ended %s) and cannot be %s."
                            .formatted(clause, leadId, state, dueAt, pausedAt, endedAt, what));
        }
    }

    UUID id() {
        return id;
    }

    UUID leadId() {
        return leadId;
    }

    String clause() {
        return clause;
    }

    Instant due() {
        return dueAt;
    }

    PromiseReminded reminded() {
        return new PromiseReminded(id, leadId, clause, dueAt);
    }

    PromiseBroken broken() {
        return new PromiseBroken(id, leadId, clause, dueAt, calendarVersion, endedAt == null);
    }

    PromiseRow row(Locale locale) {
        return new PromiseRow(
                id,
                leadId,
                clause,
                element,
                priority,
                charterVersion,
                calendarVersion,
                openedAt,
                dueAt,
                remindAt,
                remindedAt,
                pausedAt,
                state.toString(),
                brokenAt,
                endedAt,
                lateSeconds == null ? null : Duration.ofSeconds(lateSeconds),
                locale.getLanguage().equals("de") ? arithmeticDe : arithmeticEn);
    }

    @Converter
    static class StateInSmallLetters extends SmallLetters<State> {

        StateInSmallLetters() {
            super(State.class);
        }
    }
}
