package org.leadrelay.promise.proof;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.journal.Kind;
import org.leadrelay.platform.Sql;
import org.leadrelay.platform.Words;

/** Fold of a promise's log lines into its row. */
final class ReplayedPromise {

    /** In the order of {@link #row()}. */
    static final String COLUMNS = """
        id, lead_id, clause, element, role, priority, charter_version, calendar_version, work,
        opened_at, due_at, remind_at, reminded_at, paused_at, pauses, waits_until, renewals, state,
        broken_at, ended_at, late_seconds, holder, reason, reason_by, reason_at,
        arithmetic_en, arithmetic_de\
        """;

    private final UUID id;
    private final UUID leadId;
    private final Map<String, Object> opening;
    private String work;
    private int charter;
    private int calendar;
    private Instant due;
    private @Nullable Instant remind;
    private @Nullable Instant reminded;
    private @Nullable Instant paused;
    private int pauses;
    private @Nullable Instant waitsUntil;
    private int renewals;
    private String state = "open";
    private @Nullable Instant broken;
    private @Nullable Instant ended;
    private @Nullable Long late;
    private @Nullable String holder;
    private @Nullable String reason;
    private @Nullable String reasonBy;
    private @Nullable Instant reasonAt;
    private Words arithmetic;

    ReplayedPromise(UUID leadId, Map<String, Object> opening) {
        this.id = UUID.fromString(text(opening, "promise"));
        this.leadId = leadId;
        this.opening = Map.copyOf(opening);
        this.work = text(opening, "work");
        this.charter = number(opening, "charter");
        this.calendar = number(opening, "calendar");
        this.due = at(opening, "due");
        this.remind = maybeAt(opening, "remind");
        this.arithmetic = arithmetic(opening);
    }

    /** Early versions of the product told less than the row holds. */
    static boolean isWhole(Map<String, Object> opening) {
        return opening.containsKey("arithmeticEn");
    }

    UUID id() {
        return id;
    }

    /**
     * Something happened to a task of the lead.
     *
     * @param person who did it
     * @param where the element of the task
     */
    void onTaskEvent(Kind kind, String person, @Nullable String where, Map<String, Object> details) {
        if (ended != null || !text(opening, "element").equals(where)) {
            return;
        }
        switch (kind) {
            case TASK_CREATED -> holder = login(details.get("assignee"));
            case TASK_CLAIMED -> holder = person;
            case TASK_ASSIGNED -> holder = login(details.get("to"));
            case TASK_RELEASED, TASK_COMPLETED, TASK_CANCELLED -> holder = null;
            default -> {}
        }
    }

    void onEvent(Kind kind, Map<String, Object> details) {
        switch (kind) {
            case PROMISE_REMINDED -> reminded = at(details, "at");
            case PROMISE_PAUSED -> {
                paused = at(details, "at");
                pauses++;
            }
            case PROMISE_RESUMED -> {
                moved(details);
                paused = null;
                waitsUntil = null;
            }
            case PROMISE_RECOUNTED -> {
                moved(details);
                work = text(details, "work");
                charter = number(details, "charter");
                calendar = number(details, "calendar");
            }
            case PROMISE_RENEWED -> {
                moved(details);
                paused = null;
                waitsUntil = at(details, "until");
                reminded = null;
                renewals++;
            }
            case PROMISE_KEPT -> ended("kept", details);
            case PROMISE_VOID -> ended("void", details);
            case PROMISE_BROKEN -> {
                state = "broken";
                broken = broken == null ? at(details, "at") : broken;
                if (details.containsKey("ended")) {
                    ended("broken", details);
                }
            }
            case PROMISE_ENDED -> ended("broken", details);
            case PROMISE_REASON -> {
                reason = text(details, "reason");
                reasonBy = text(details, "by");
                reasonAt = at(details, "at");
            }
            default ->
                throw new IllegalStateException("the ledger does not know what " + kind.code() + " does to a promise");
        }
    }

    private void moved(Map<String, Object> details) {
        due = at(details, "due");
        remind = maybeAt(details, "remind");
        arithmetic = arithmetic(details);
    }

    private void ended(String how, Map<String, Object> details) {
        state = how;
        paused = null;
        waitsUntil = null;
        ended = at(details, "ended");
        holder = login(details.get("holder"));
        late = details.get("completedLate") instanceof String after
                ? Long.valueOf(Duration.parse(after).toSeconds())
                : null;
    }

    @Nullable
    Object[] row() {
        return new @Nullable Object[] {
            id,
            leadId,
            text(opening, "clause"),
            text(opening, "element"),
            text(opening, "role"),
            text(opening, "priority"),
            charter,
            calendar,
            work,
            Sql.timeOrNull(at(opening, "opened")),
            Sql.timeOrNull(due),
            Sql.timeOrNull(remind),
            Sql.timeOrNull(reminded),
            Sql.timeOrNull(paused),
            pauses,
            Sql.timeOrNull(waitsUntil),
            renewals,
            state,
            Sql.timeOrNull(broken),
            Sql.timeOrNull(ended),
            late,
            holder,
            reason,
            reasonBy,
            Sql.timeOrNull(reasonAt),
            arithmetic.english(),
            arithmetic.german()
        };
    }

    private static @Nullable String login(@Nullable Object told) {
        return told instanceof String who ? who : null;
    }

    private static Words arithmetic(Map<String, Object> details) {
        return new Words(text(details, "arithmeticEn"), text(details, "arithmeticDe"));
    }

    private static String text(Map<String, Object> details, String name) {
        if (details.get(name) instanceof String text) {
            return text;
        }
        throw new IllegalStateException("a promise's line tells no " + name + ": " + details);
    }

    private static int number(Map<String, Object> details, String name) {
        if (details.get(name) instanceof Number number) {
            return number.intValue();
        }
        throw new IllegalStateException("a promise's line tells no " + name + ": " + details);
    }

    private static Instant at(Map<String, Object> details, String name) {
        return Instant.parse(text(details, name));
    }

    private static @Nullable Instant maybeAt(Map<String, Object> details, String name) {
        return details.get(name) instanceof String text ? Instant.parse(text) : null;
    }
}
