package org.leadrelay.board;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.leadrelay.board.LapFacts.State;

/** Fold of one journey's lines into its laps. */
final class LapFold {

    private final JourneyFacts journey;
    private final int matureFrom;
    private @Nullable LogLine answer;
    private int nextLap;

    LapFold(JourneyFacts journey, int matureFrom) {
        this.journey = journey;
        this.matureFrom = matureFrom;
    }

    JourneyFacts journey() {
        return journey;
    }

    private LapFacts lap() {
        return journey.lap();
    }

    void takenBack() {
        journey.wonAt = null;
        journey.endedAt = null;
        journey.end = null;
        journey.dealValue = null;
        journey.currency = null;
        lap().leftAt = null;
        lap().state = State.FOLLOW_UP;
    }

    /** Under which charter the hand-off was promised. */
    void promised(LogLine line) {
        Long charter = line.number("charter");
        if (charter != null && (lap().charterVersion == null || lap().firstHandedAt == null)) {
            lap().charterVersion = Math.toIntExact(charter);
        }
    }

    void onLine(LogLine line) {
        switch (line.kind()) {
            case DECISION -> decided(line);
            case CHOICE -> chosen(line);
            case ENTERED -> entered(line);
            case FLOW -> taken(line);
            case TASK_COMPLETED -> completed(line);
            case ENDED -> ended(line);
            default -> {}
        }
        if (line.isByPerson() && lap().firstHandedAt != null && isWord(line)) {
            lap().personAt = line.at();
        }
    }

    /** A word is what somebody did or wrote about the lead, not that they looked at it. */
    private static boolean isWord(LogLine line) {
        return switch (line.kind()) {
            case TASK_CLAIMED, TASK_COMPLETED, COMMENT, QUESTION, PROMISE_REASON -> true;
            default -> false;
        };
    }

    private void decided(LogLine line) {
        Map<?, ?> outputs = line.map("outputs");
        LapFacts lap = lap();
        Integer version = whole(line.details().get("tableVersion"));
        if (line.isAt(Stage.MATURE) && outputs.get("maturity") instanceof Number rated) {
            int maturity = rated.intValue();
            if (journey.matureAt == null && maturity >= matureFrom) {
                journey.matureAt = line.at();
            }
            lap.maturity = maturity;
            lap.maturityVersion = version;
            lap.maturityRow = line.firstRow();
            read(line, lap);
        } else if (outputs.get("fit") != null) {
            lap.fit = outputs.get("fit").toString();
            lap.fitVersion = version;
            lap.fitRow = line.firstRow();
            read(line, lap);
        } else if (outputs.get("route") != null) {
            lap.ratedAt = line.at();
            lap.route = outputs.get("route").toString();
            lap.priority = outputs.get("priority") == null ? null : String.valueOf(outputs.get("priority"));
            lap.matrixVersion = version;
            lap.matrixRow = line.firstRow();
            lap.modelVersion = line.version();
        } else if (outputs.get("lap") instanceof Number next) {
            nextLap = next.intValue();
        }
    }

    private static void read(LogLine line, LapFacts lap) {
        line.map("inputs").forEach((name, value) -> {
            if (value != null) {
                lap.inputs.put(String.valueOf(name), value.toString());
            }
        });
    }

    private void chosen(LogLine line) {
        String rep = line.text("rep");
        if (rep != null) {
            lap().rep = rep;
            journey.owner = rep;
        }
    }

    private void entered(LogLine line) {
        LapFacts lap = lap();
        if (line.isAt(Stage.HANDED_OVER)) {
            lap.handedAt = line.at();
            if (lap.firstHandedAt == null) {
                lap.firstHandedAt = line.at();
            }
            if (journey.handedAt == null) {
                journey.handedAt = line.at();
            }
            lap.state = State.UNANSWERED;
        } else if (line.isAt(Stage.REVIEWED) || line.isAt(Stage.JUDGED)) {
            lap.state = State.IN_REVIEW;
        }
    }

    private void completed(LogLine line) {
        answer = line;
        LapFacts lap = lap();
        if (line.isAt(Stage.REVIEWED)) {
            lap.reviewedAt = line.at();
            lap.review = line.text("outcome");
            lap.marketingCause = line.text("marketingCause");
        } else if (line.isAt(Stage.JUDGED)) {
            lap.judgedAt = line.at();
            lap.verdict = line.text("outcome");
        }
    }

    private void taken(LogLine line) {
        Stage stage = line.stage();
        if (stage == null) {
            return;
        }
        LapFacts lap = lap();
        switch (stage) {
            case ACCEPTED -> {
                lap.acceptedAt = line.at();
                journey.acceptedAt = Objects.requireNonNullElse(journey.acceptedAt, line.at());
                lap.state = State.NO_CONTACT;
            }
            case REJECTED -> {
                lap.rejectedAt = line.at();
                lap.reason = said("rejectionReason");
                lap.learned = said("learned");
                lap.state = State.IN_REVIEW;
            }
            case MISSED -> {
                lap.missedAt = line.at();
                lap.missed++;
                lap.state = State.MISSED;
            }
            case CONTACTED -> {
                lap.contactedAt = Objects.requireNonNullElse(lap.contactedAt, line.at());
                journey.contactedAt = Objects.requireNonNullElse(journey.contactedAt, line.at());
                lap.state = State.FOLLOW_UP;
            }
            case BUYERS_DAY -> {
                String day = said("nextStepDate");
                lap.buyersDay = day == null ? null : Instant.parse(day);
                lap.state = State.BUYERS_DAY;
            }
            case NOT_READY -> {
                lap.notReadyAt = line.at();
                lap.learned = said("learned");
                lap.state = State.NOT_READY;
            }
            case RECYCLED -> recycled(line);
            default -> {}
        }
    }

    private void recycled(LogLine line) {
        LapFacts lap = lap();
        lap.leftAt = line.at();
        if (lap.state == State.IN_REVIEW) {
            lap.state = State.RECYCLED;
        }
        journey.laps.add(new LapFacts(Math.max(nextLap, lap.lap + 1), line.at()));
    }

    private void ended(LogLine line) {
        String end = String.valueOf(line.text("end"));
        LapFacts lap = lap();
        journey.endedAt = line.at();
        journey.end = end;
        lap.leftAt = line.at();
        lap.state = switch (end) {
            case "won" -> State.WON;
            case "lost" -> State.LOST;
            case "dormant" -> State.DORMANT;
            case "withdrawn" -> State.WITHDRAWN;
            default -> State.CLOSED;
        };
        if (lap.state == State.WON) {
            journey.wonAt = line.at();
            journey.dealValue = answer == null ? null : answer.number("dealValue");
            journey.currency = journey.dealValue == null ? null : said("currency");
        }
    }

    private @Nullable String said(String field) {
        return answer == null ? null : answer.text(field);
    }

    private static @Nullable Integer whole(@Nullable Object value) {
        return value instanceof Number number ? Integer.valueOf(number.intValue()) : null;
    }
}
