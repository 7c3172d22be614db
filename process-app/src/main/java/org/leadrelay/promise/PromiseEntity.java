package org.leadrelay.promise;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Words;
import org.leadrelay.workingtime.BusinessCalendar;
import org.leadrelay.workingtime.Pause;
import org.leadrelay.workingtime.Renewal;

/**
 * State machine of a promise, for what needs more than a statement ({@link PromiseUpdates}). Every verb refuses what the promise's state does not
 * allow: whoever calls it has asked first.
 */
@Entity
@Table(name = "promise")
@DynamicUpdate
class PromiseEntity extends PromiseColumns {

    protected PromiseEntity() {}

    /** It waits for the other side. */
    void pause(Instant now) {
        allow(mayPause(now), "paused");
        pausedAt = now;
        pauses++;
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
            remindAt = calendar.reminder(now, calendar.between(since, remindAt));
        }
        pausedAt = null;
        counted(Words.each(locale -> Pause.words(calendar, since, left, now, dueAt, locale)));
        return left;
    }

    /**
     * The buyer asked for a day: due at that day's close, and until its opening it waits.
     *
     * @param until when the step comes back
     * @param reminderShare part of that day after which to remind, or null
     */
    void renew(BusinessCalendar calendar, Instant until, @Nullable Double reminderShare, Instant now) {
        allow(state == State.OPEN && !missedAt(now), "renewed");
        Renewal renewal = Renewal.of(calendar, now, until, reminderShare);
        dueAt = renewal.due();
        remindAt = renewal.remind();
        remindedAt = null;
        pausedAt = null;
        waitsUntil = until;
        holder = null;
        renewals++;
        counted(Words.each(renewal::words));
    }

    /** A new version of the charter counts it anew. */
    void recount(Recount.Anew anew) {
        allow(state == State.OPEN && endedAt == null && !isRenewed(), "counted anew");
        charterVersion = anew.charterVersion();
        calendarVersion = anew.calendarVersion();
        work = anew.work().toString();
        dueAt = anew.due();
        remindAt = anew.remind();
        counted(anew.arithmetic());
    }

    /** Adds to what was counted before, which the reader follows from left to right. */
    private void counted(Words next) {
        Words before = arithmetic;
        arithmetic = Words.each(locale -> before.in(locale) + "; " + next.in(locale));
    }

    /** The buyer's day has come, or the buyer was quicker. */
    void comeBack() {
        allow(isAwaitingBuyer() && endedAt == null, "taken up again");
        waitsUntil = null;
    }

    /**
     * The step of a promise that was not kept is completed after all.
     *
     * @param late working time after the due instant
     */
    void endBroken(Instant now, Duration late, @Nullable String by) {
        allow(endedAt == null, "ended");
        if (!isBroken()) {
            allow(missedAt(now), "broken");
            state = State.BROKEN;
            brokenAt = now;
        }
        pausedAt = null;
        waitsUntil = null;
        endedAt = now;
        holder = by;
        lateSeconds = late.toSeconds();
    }

    /** Whoever held the step says why it was not kept; once. */
    void explain(String why, String by, Instant now) {
        allow(isBroken() && reason == null, "explained");
        reason = why;
        reasonBy = by;
        reasonAt = now;
    }

    private void allow(boolean allowed, String what) {
        if (!allowed) {
            throw new IllegalStateException(
                    "The promise %s of lead %s is %s (due %s, paused %s, ended %s) and cannot be %s."
                            .formatted(clause, leadId, state, dueAt, pausedAt, endedAt, what));
        }
    }
}
