package org.leadrelay.board;

import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the log tells of one lap of a journey, while it is folded. */
final class LapFacts {

    final int lap;
    final Instant beganAt;
    State state = State.ON_THE_WAY;

    @Nullable
    Instant ratedAt;

    @Nullable
    String fit;

    @Nullable
    Integer maturity;

    @Nullable
    String route;

    @Nullable
    String priority;

    @Nullable
    Integer fitVersion;

    @Nullable
    Integer maturityVersion;

    @Nullable
    Integer matrixVersion;

    @Nullable
    Integer fitRow;

    @Nullable
    Integer maturityRow;

    @Nullable
    Integer matrixRow;

    @Nullable
    Integer modelVersion;

    @Nullable
    Integer charterVersion;

    @Nullable
    Instant firstHandedAt;

    /** When the rep who has it, or had it last, got it: the answer is counted from here. */
    @Nullable
    Instant handedAt;

    @Nullable
    String rep;

    @Nullable
    Instant missedAt;

    int missed;

    @Nullable
    Instant acceptedAt;

    @Nullable
    Instant rejectedAt;

    @Nullable
    String reason;

    @Nullable
    String learned;

    @Nullable
    Instant reviewedAt;

    @Nullable
    String review;

    @Nullable
    String marketingCause;

    @Nullable
    Instant judgedAt;

    @Nullable
    String verdict;

    @Nullable
    Instant contactedAt;

    @Nullable
    Instant buyersDay;

    @Nullable
    Instant notReadyAt;

    @Nullable
    Instant leftAt;

    @Nullable
    Instant personAt;

    /** Names of what the tables read otherwise than in the lap before. */
    final SortedSet<String> changed = new TreeSet<>();

    /** What the tables read last, by the name of the input. */
    final SortedMap<String, String> inputs = new TreeMap<>();

    /** Where a lap stands, or how it ended: exactly one, so that parts sum to the whole. */
    enum State {
        ON_THE_WAY,
        UNANSWERED,
        MISSED,
        IN_REVIEW,
        RECYCLED,
        CLOSED,
        NO_CONTACT,
        FOLLOW_UP,
        BUYERS_DAY,
        NOT_READY,
        WON,
        LOST,
        DORMANT,
        WITHDRAWN
    }

    LapFacts(int lap, Instant beganAt) {
        this.lap = lap;
        this.beganAt = beganAt;
    }

    void compare(@Nullable LapFacts before) {
        if (before == null) {
            return;
        }
        for (Map.Entry<String, String> input : inputs.entrySet()) {
            String then = before.inputs.get(input.getKey());
            if (then != null && !then.equals(input.getValue())) {
                changed.add(input.getKey());
            }
        }
    }
}
