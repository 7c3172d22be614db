package org.leadrelay.worklist;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.Actor;
import org.leadrelay.journal.Kind;
import org.leadrelay.platform.Wording;
import org.leadrelay.worklist.SoFar.Entry;
import org.leadrelay.worklist.SoFar.Said;
import org.leadrelay.worklist.SoFar.What;
import org.leadrelay.worklist.SoFarQueries.Arrival;
import org.leadrelay.worklist.SoFarQueries.Line;
import org.leadrelay.worklist.SoFarQueries.Passage;

/**
 * Fold of a lead's log lines into entries: walks them in their order and knows at each in which journey, lap and
 * attempt it stands.
 */
final class SoFarEntries {

    static final String NOT_REACHED = "notReached";

    private static final Wording WORDING = Wording.of(SoFarEntries.class, "sofar");

    private final RecordedAnswers words;
    private final UnaryOperator<String> names;
    private final Map<Integer, Passage> journeys;
    private final Map<String, Arrival> arrivals;
    private final Map<String, List<Notes.Note>> written;
    private final Deque<Notes.Note> questions;
    private final List<Entry> entries = new ArrayList<>();
    private @Nullable Line waiting;
    private int journey;
    private long lap = 1;
    private int attempts;

    /**
     * @param names gives the name of whoever has a login
     * @param notes newest first
     */
    SoFarEntries(
            RecordedAnswers words,
            UnaryOperator<String> names,
            List<Passage> journeys,
            Map<String, Arrival> arrivals,
            List<Notes.Note> notes) {
        this.words = words;
        this.names = names;
        this.journeys = journeys.stream().collect(toMap(Passage::number, each -> each));
        this.arrivals = arrivals;
        written = notes.stream()
                .filter(each -> !each.field().equals(Notes.QUESTION))
                .collect(groupingBy(Notes.Note::taskId));
        questions = new ArrayDeque<>(notes.stream()
                .filter(each -> each.field().equals(Notes.QUESTION))
                .toList());
    }

    /**
     * @param lines in the order in which they were written
     * @param origin tells where the lead came from when no line does
     * @return newest first
     */
    List<Entry> of(List<Line> lines, Arrival origin) {
        long ends = count(lines, Kind.ENDED);
        journey = (int) Math.max(1, journeys.size() - ends);
        while (questions.size() > count(lines, Kind.QUESTION)) {
            questions.removeLast(); // its line lies before those that were read
        }
        lines.forEach(this::follow);
        if (waiting != null) {
            entries.add(waited(waiting));
        }
        if (entries.stream().noneMatch(each -> each.what() == What.CAME)) {
            entries.add(0, came(origin, origin.at(), 1));
        }
        Collections.reverse(entries);
        return entries.stream()
                .map(each -> each.inPast(each.what() != What.CAME && (each.journey() != journey || each.lap() != lap)))
                .toList();
    }

    /** How many attempts of the last lap did not reach the buyer. */
    int attempts() {
        return attempts;
    }

    private static long count(List<Line> lines, Kind kind) {
        return lines.stream().filter(each -> each.kind() == kind).count();
    }

    private void follow(Line line) {
        if (line.kind() == Kind.CHOICE || line.kind() == Kind.TASK_COMPLETED) {
            waiting = null;
        }
        switch (line.kind()) {
            case CAPTURED -> {
                Arrival arrival = arrivals.get(String.valueOf(line.details().get("journey")));
                if (arrival != null) {
                    entries.add(came(arrival, line.at(), journey));
                }
            }
            case REOPENED -> reopened(line);
            case TASK_COMPLETED -> answered(line);
            case QUESTION -> asked(line);
            case TASK_CANCELLED -> missed(line);
            case WAITING -> waiting = line;
            case DECISION -> lap(line.lap());
            case ENDED -> ended(line);
            default -> {}
        }
    }

    private void lap(@Nullable Long begun) {
        if (begun != null && begun != lap) {
            lap = begun;
            attempts = 0;
        }
    }

    private void ended(Line line) {
        Passage passage = journeys.get(journey);
        String end = passage == null ? null : passage.end();
        entries.add(happened(
                line,
                What.ENDED,
                end == null ? WORDING.text("end") : WORDING.textOr("end." + end, WORDING.text("end")),
                passage == null ? null : passage.endReason()));
        journey++;
        lap = 1;
        attempts = 0;
    }

    /** A win that was taken back goes on in the lap in which it was won. */
    private void reopened(Line line) {
        if (line.details().get("lap") instanceof Number resumed) {
            lap = resumed.longValue();
        }
        Passage passage = journeys.get(journey);
        Object cause = line.details().get("cause");
        entries.add(happened(
                line,
                What.REOPENED,
                WORDING.textOr("reopened." + cause, WORDING.text("reopened")),
                passage == null ? null : passage.reason()));
    }

    private void answered(Line line) {
        RecordedAnswers.InWords answers = words.of(line.model(), line.version(), line.step(), line.details());
        SoFar.Answer outcome = answers.outcome();
        boolean attempt = isAttempt(answers.form());
        int number = attempts + 1;
        if (attempt && outcome != null && outcome.value().equals(NOT_REACHED)) {
            attempts = number;
        }
        List<Said> said = written.getOrDefault(String.valueOf(line.details().get("task")), List.of()).stream()
                .map(note -> new Said(note.field(), answers.label(note.field(), note.label()), note.text()))
                .toList();
        entries.add(new Entry(
                line.at(),
                What.ANSWERED,
                line.person(),
                name(line),
                line.step(),
                stepName(line),
                outcome == null ? null : outcome.value(),
                outcome == null ? WORDING.text("done") : outcome.text(),
                answers.reason(),
                answers.others(),
                said,
                attempt ? number : null,
                journey,
                lap,
                false,
                null));
    }

    /** Whether a form is one of a contact attempt: one of its outcomes says that nobody was reached. */
    static boolean isAttempt(Form form) {
        return form.field(Answers.OUTCOME)
                .filter(field ->
                        field.options().stream().anyMatch(each -> each.value().equals(NOT_REACHED)))
                .isPresent();
    }

    private void asked(Line line) {
        Notes.Note question = questions.pollLast();
        entries.add(entry(
                line,
                What.ASKED,
                WORDING.text("asked"),
                question == null
                        ? List.of()
                        : List.of(new Said(Notes.QUESTION, WORDING.text("question"), question.text()))));
    }

    private void missed(Line line) {
        String holder = line.missedBy();
        if (holder != null) {
            entries.add(new Entry(
                    line.at(),
                    What.MISSED,
                    holder,
                    names.apply(holder),
                    line.step(),
                    stepName(line),
                    null,
                    WORDING.text("missed"),
                    null,
                    List.of(),
                    List.of(),
                    null,
                    journey,
                    lap,
                    false,
                    null));
        }
    }

    private Entry waited(Line line) {
        String reason = String.valueOf(line.details().get("reason"));
        return happened(line, What.WAITED, WORDING.textOr("waited." + reason, WORDING.text("waited")), null);
    }

    private Entry happened(Line line, What what, String text, @Nullable String wrote) {
        return entry(
                line,
                what,
                text,
                wrote == null ? List.of() : List.of(new Said("reason", WORDING.text("reason"), wrote)));
    }

    private Entry entry(Line line, What what, String text, List<Said> said) {
        return new Entry(
                line.at(),
                what,
                line.person(),
                name(line),
                line.step(),
                stepName(line),
                null,
                text,
                null,
                List.of(),
                said,
                null,
                journey,
                lap,
                false,
                null);
    }

    private Entry came(Arrival arrival, Instant seen, int inJourney) {
        String person = arrival.person();
        String how = WORDING.find(Wording.language(), "came." + arrival.kind(), arrival.origin())
                .orElseGet(() -> WORDING.text("came.by", arrival.origin()));
        String text = Stream.of(
                        WORDING.text(inJourney > 1 ? "back" : "came", how),
                        arrival.source() == null ? null : WORDING.text("came.source", arrival.source()),
                        arrival.campaign() == null ? null : WORDING.text("came.campaign", arrival.campaign()))
                .filter(Objects::nonNull)
                .reduce((one, other) -> one + ", " + other)
                .orElseThrow();
        return new Entry(
                arrival.at().isBefore(seen) ? arrival.at() : seen,
                What.CAME,
                person == null ? Actor.SYSTEM.login() : person,
                arrival.personName(),
                null,
                null,
                null,
                text,
                null,
                List.of(),
                List.of(),
                null,
                inJourney,
                1,
                false,
                null);
    }

    private @Nullable String name(Line line) {
        return line.person().equals(Actor.SYSTEM.login())
                ? null
                : line.personName() == null ? line.person() : line.personName();
    }

    private @Nullable String stepName(Line line) {
        String step = line.step();
        return step == null ? null : words.step(line.model(), line.version(), step, line.stepName());
    }
}
