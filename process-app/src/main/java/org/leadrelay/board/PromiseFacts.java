package org.leadrelay.board;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the log tells of one promise, while it is folded. */
final class PromiseFacts {

    final String id;
    final int lap;
    final String clause;
    final @Nullable String role;
    final Instant openedAt;
    String state = "open";

    @Nullable
    Instant dueAt;

    @Nullable
    Instant endedAt;

    private PromiseFacts(LogLine opened, String id, String clause, int lap) {
        this.id = id;
        this.lap = lap;
        this.clause = clause;
        this.role = opened.text("role");
        this.openedAt = Objects.requireNonNullElse(moment(opened, "opened"), opened.at());
        this.dueAt = moment(opened, "due");
    }

    static @Nullable PromiseFacts opened(LogLine line, int lap) {
        String id = line.text("promise");
        String clause = line.text("clause");
        return id == null || clause == null ? null : new PromiseFacts(line, id, clause, lap);
    }

    /** Broken stays broken: a late completion is noted on it and keeps nothing. */
    void onEvent(LogLine line) {
        Instant due = moment(line, "due");
        dueAt = due == null ? dueAt : due;
        Instant ended = moment(line, "ended");
        endedAt = ended == null ? endedAt : ended;
        switch (line.kind()) {
            case PROMISE_KEPT -> state = "kept";
            case PROMISE_BROKEN -> state = "broken";
            case PROMISE_VOID -> state = state.equals("broken") ? state : "void";
            default -> {}
        }
    }

    private static @Nullable Instant moment(LogLine line, String key) {
        String value = line.text(key);
        return value == null ? null : Instant.parse(value);
    }
}
