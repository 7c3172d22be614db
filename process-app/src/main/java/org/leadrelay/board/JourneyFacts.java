package org.leadrelay.board;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the log tells of one journey as a whole, while it is folded; repeated in each of its laps' rows. */
final class JourneyFacts {

    final int number;
    final Instant capturedAt;
    final List<LapFacts> laps = new ArrayList<>();
    final List<PromiseFacts> promises = new ArrayList<>();
    boolean returned;

    /** Id by which it was captured: that of the one before where it was taken up again without a capture. */
    @Nullable
    String id;

    @Nullable
    String origin;

    @Nullable
    String source;

    /** What of ours brought it: the first that the buyer took up before the journey was handed over. */
    @Nullable
    String content;

    @Nullable
    Instant matureAt;

    @Nullable
    Instant handedAt;

    @Nullable
    Instant acceptedAt;

    @Nullable
    Instant contactedAt;

    @Nullable
    Instant wonAt;

    @Nullable
    Instant endedAt;

    @Nullable
    String end;

    @Nullable
    Long dealValue;

    @Nullable
    String currency;

    @Nullable
    Integer modelVersion;

    @Nullable
    String owner;

    /** Why the journey counts in no number: {@code withdrawn} within a day, {@code merged}, {@code undone} import; null when it counts. */
    @Nullable
    String outside;

    Set<Stage> lacks = EnumSet.noneOf(Stage.class);

    JourneyFacts(int number, Instant capturedAt) {
        this.number = number;
        this.capturedAt = capturedAt;
    }

    LapFacts lap() {
        return laps.get(laps.size() - 1);
    }

    boolean ended() {
        return endedAt != null;
    }
}
