package org.leadrelay.promise;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Embedded;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.LowerCaseEnumConverter;
import org.leadrelay.platform.Words;

/** Mapped columns of a promise; {@link PromiseEntity} changes them, and {@link PromiseUpdates} by statement. */
@MappedSuperclass
abstract class PromiseColumns {

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

    @Id
    UUID id;

    @Column
    UUID leadId;

    @Column
    String clause;

    @Column
    String element;

    @Column
    String role;

    @Column
    String priority;

    @Column
    int charterVersion;

    @Column
    int calendarVersion;

    @Column
    String work;

    @Column
    Instant openedAt;

    @Column
    Instant dueAt;

    @Column
    @Nullable
    Instant remindAt;

    @Column
    @Nullable
    Instant remindedAt;

    @Column
    @Nullable
    Instant pausedAt;

    @Column
    int pauses;

    @Column
    @Nullable
    Instant waitsUntil;

    @Column
    int renewals;

    @Column
    @Convert(converter = StateInSmallLetters.class)
    State state;

    @Column
    @Nullable
    Instant brokenAt;

    @Column
    @Nullable
    Instant endedAt;

    @Column
    @Nullable
    Long lateSeconds;

    @Column
    @Nullable
    String holder;

    @Column
    @Nullable
    String reason;

    @Column
    @Nullable
    String reasonBy;

    @Column
    @Nullable
    Instant reasonAt;

    @Embedded
    @AttributeOverride(name = "english", column = @Column(name = "arithmetic_en"))
    @AttributeOverride(name = "german", column = @Column(name = "arithmetic_de"))
    Words arithmetic;

    boolean isBroken() {
        return state == State.BROKEN;
    }

    boolean isPaused() {
        return pausedAt != null;
    }

    /** Its step has not ended, whatever became of the promise. */
    boolean isRunning() {
        return endedAt == null;
    }

    /** It was renewed to the buyer's own day, and that day has not come yet. */
    boolean isAwaitingBuyer() {
        return waitsUntil != null;
    }

    /** The buyer's own day holds instead of what the clause gives. */
    boolean isRenewed() {
        return renewals > 0;
    }

    /** It waits for the other side, or did so once. */
    boolean wasPaused() {
        return pauses > 0;
    }

    boolean isReminded() {
        return remindedAt != null;
    }

    /** The due instant passed; time spent waiting for the other side does not count. */
    boolean missedAt(Instant now) {
        return !isPaused() && !isAwaitingBuyer() && !now.isBefore(dueAt);
    }

    boolean mayPause(Instant now) {
        return state == State.OPEN && !missedAt(now) && !isPaused() && !isAwaitingBuyer();
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

    String element() {
        return element;
    }

    String role() {
        return role;
    }

    String priority() {
        return priority;
    }

    int charterVersion() {
        return charterVersion;
    }

    int calendarVersion() {
        return calendarVersion;
    }

    /** The working time that it was given. */
    Duration work() {
        return Duration.parse(work);
    }

    Instant opened() {
        return openedAt;
    }

    @Nullable
    Instant paused() {
        return pausedAt;
    }

    Instant due() {
        return dueAt;
    }

    @Nullable
    Instant remind() {
        return remindAt;
    }

    @Nullable
    Instant waitsUntil() {
        return waitsUntil;
    }

    /** Who holds its step, or held it when it ended; null for nobody. */
    @Nullable
    String holder() {
        return holder;
    }

    @Nullable
    String reason() {
        return reason;
    }

    Words arithmetic() {
        return arithmetic;
    }

    PromiseRow row(Locale locale) {
        return new PromiseRow(
                id,
                leadId,
                clause,
                element,
                role,
                priority,
                charterVersion,
                calendarVersion,
                openedAt,
                dueAt,
                remindAt,
                remindedAt,
                pausedAt,
                waitsUntil,
                state.toString(),
                brokenAt,
                endedAt,
                lateSeconds == null ? null : Duration.ofSeconds(lateSeconds),
                isRunning() ? null : holder,
                reason,
                arithmetic.in(locale));
    }

    @Converter
    static class StateInSmallLetters extends LowerCaseEnumConverter<State> {

        StateInSmallLetters() {
            super(State.class);
        }
    }
}
