package org.leadrelay.board;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Fold of one lead's log into the rows of {@code lap_fact}: a pure function of the lines, so that a rebuild comes to the same rows.
 * What an element means is said by its stage, never by its id.
 */
final class JourneyFold {

    /** Withdrawn so soon, a lead was a duplicate or a test. */
    static final Duration TEST = Duration.ofDays(1);

    static final String WITHDRAWN = "withdrawn";
    static final String MERGED = "merged";
    static final String UNDONE = "undone";
    private static final String WIN_TAKEN_BACK = "winTakenBack";

    private final List<JourneyFacts> journeys = new ArrayList<>();
    private final Map<String, PromiseFacts> promises = new HashMap<>();
    private final String journeyModel;
    private final int matureFrom;
    private final BiFunction<String, Integer, Set<Stage>> lacking;
    private @Nullable LapFold now;

    /** What was taken up first since the last journey ended: it brings the next one. */
    private @Nullable String betweenJourneys;

    /**
     * @param journeyModel id of the process that is a lead's journey
     * @param matureFrom maturity from which a lead counts as mature
     * @param lacking the stages that a version of a model lacks, with all that were deployed with it
     */
    JourneyFold(String journeyModel, int matureFrom, BiFunction<String, Integer, Set<Stage>> lacking) {
        this.journeyModel = journeyModel;
        this.matureFrom = matureFrom;
        this.lacking = lacking;
    }

    List<JourneyFacts> journeys() {
        journeys.forEach(journey -> {
            for (int i = 0; i < journey.laps.size(); i++) {
                journey.laps.get(i).compare(i == 0 ? null : journey.laps.get(i - 1));
            }
            if (journey.modelVersion != null) {
                journey.lacks = lacking.apply(journeyModel, journey.modelVersion);
            }
        });
        return journeys;
    }

    /** The next line of the lead. */
    void onLine(LogLine line) {
        switch (line.kind()) {
            case CAPTURED -> begin(line, !journeys.isEmpty());
            case REOPENED -> reopen(line);
            default -> {
                if (now != null) {
                    go(now, line);
                }
            }
        }
    }

    private void begin(LogLine line, boolean returned) {
        JourneyFacts journey = new JourneyFacts(journeys.size() + 1, line.at());
        journey.returned = returned;
        journey.id = line.text("journey");
        journey.origin = line.text("by");
        journey.source = line.text("source");
        journey.content = betweenJourneys;
        betweenJourneys = null;
        journey.laps.add(new LapFacts(1, line.at()));
        journeys.add(journey);
        now = new LapFold(journey, matureFrom);
    }

    /** A win that is taken back was none: the same journey goes on at its decision. */
    private void reopen(LogLine line) {
        if (now == null) {
            return;
        }
        JourneyFacts before = now.journey();
        if (WIN_TAKEN_BACK.equals(line.text("cause"))) {
            now.takenBack();
            return;
        }
        begin(line, true);
        JourneyFacts journey = Objects.requireNonNull(now).journey();
        journey.id = before.id;
        journey.origin = before.origin;
        journey.source = before.source;
    }

    private void go(LapFold fold, LogLine line) {
        JourneyFacts journey = fold.journey();
        if (journeyModel.equals(line.model()) && line.version() != null && !journey.ended()) {
            journey.modelVersion = line.version();
        }
        switch (line.kind()) {
            case MERGED -> {
                if (line.text("into") != null && (!journey.ended() || WITHDRAWN.equals(journey.end))) {
                    journey.outside = MERGED;
                }
            }
            case IMPORT_UNDONE -> journey.outside = UNDONE;
            case SIGNAL -> takenUp(journey, line.content());
            case PROMISE_OPENED -> {
                PromiseFacts promise = PromiseFacts.opened(line, journey.lap().lap);
                if (promise != null) {
                    promises.put(promise.id, promise);
                    journey.promises.add(promise);
                    fold.promised(line);
                }
            }
            case PROMISE_KEPT,
                    PROMISE_BROKEN,
                    PROMISE_VOID,
                    PROMISE_ENDED,
                    PROMISE_RENEWED,
                    PROMISE_RESUMED,
                    PROMISE_RECOUNTED -> {
                PromiseFacts promise = promises.get(line.text("promise"));
                if (promise != null) {
                    promise.onEvent(line);
                }
            }
            default -> {
                if (!journey.ended()) {
                    fold.onLine(line);
                    outsideAfterADay(journey);
                }
            }
        }
    }

    private void takenUp(JourneyFacts journey, @Nullable String content) {
        if (journey.ended()) {
            betweenJourneys = betweenJourneys == null ? content : betweenJourneys;
        } else if (journey.content == null && journey.handedAt == null) {
            journey.content = content;
        }
    }

    private static void outsideAfterADay(JourneyFacts journey) {
        if (journey.endedAt != null
                && journey.outside == null
                && WITHDRAWN.equals(journey.end)
                && Duration.between(journey.capturedAt, journey.endedAt).compareTo(TEST) <= 0) {
            journey.outside = WITHDRAWN;
        }
    }
}
