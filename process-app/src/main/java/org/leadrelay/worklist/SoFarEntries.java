package org.leadrelay.worklist;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leadrelay.journal.Kind;
import org.leadrelay.worklist.SoFar.Entry;
import org.leadrelay.worklist.SoFar.What;
import org.leadrelay.worklist.SoFarEntryFactory.Place;
import org.leadrelay.worklist.SoFarQueries.Arrival;
import org.leadrelay.worklist.SoFarQueries.Line;
import org.leadrelay.worklist.SoFarQueries.Passage;

/**
 * Fold of a lead's log lines into entries: walks them in their order and knows at each in which journey, lap and
 * attempt it stands.
 */
final class SoFarEntries {

    private static final String NOT_REACHED = "notReached";

    private final SoFarEntryFactory factory;
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
     * @param notes newest first
     */
    SoFarEntries(
            SoFarEntryFactory factory, List<Passage> journeys, Map<String, Arrival> arrivals, List<Notes.Note> notes) {
        this.factory = factory;
        this.journeys = journeys.stream().collect(toMap(Passage::number, each -> each));
        this.arrivals = arrivals;
        written = notes.stream()
                .filter(each -> !each.field().equals(Notes.QUESTION))
                .collect(groupingBy(Notes.Note::taskId));
        questions = new ArrayDeque<>(notes.stream()
                .filter(each -> each.field().equals(Notes.QUESTION))
                .toList());
    }

    /** Whether a form is one of a contact attempt: one of its outcomes says that nobody was reached. */
    static boolean isAttempt(Form form) {
        return form.field(Answers.OUTCOME)
                .filter(field ->
                        field.options().stream().anyMatch(each -> each.value().equals(NOT_REACHED)))
                .isPresent();
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
            entries.add(factory.waited(waiting, place()));
        }
        if (entries.stream().noneMatch(each -> each.what() == What.CAME)) {
            entries.add(0, factory.came(origin, origin.at(), 1));
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

    private Place place() {
        return new Place(journey, lap);
    }

    private void follow(Line line) {
        if (line.kind() == Kind.CHOICE || line.kind() == Kind.TASK_COMPLETED) {
            waiting = null;
        }
        switch (line.kind()) {
            case CAPTURED -> captured(line);
            case REOPENED -> reopened(line);
            case TASK_COMPLETED -> answered(line);
            case QUESTION -> entries.add(factory.asked(line, questions.pollLast(), place()));
            case TASK_CANCELLED -> missed(line);
            case WAITING -> waiting = line;
            case DECISION -> lap(line.lap());
            case ENDED -> ended(line);
            default -> {}
        }
    }

    private void captured(Line line) {
        Arrival arrival = arrivals.get(String.valueOf(line.details().get("journey")));
        if (arrival != null) {
            entries.add(factory.came(arrival, line.at(), journey));
        }
    }

    private void lap(@Nullable Long begun) {
        if (begun != null && begun != lap) {
            lap = begun;
            attempts = 0;
        }
    }

    private void ended(Line line) {
        entries.add(factory.ended(line, journeys.get(journey), place()));
        journey++;
        lap = 1;
        attempts = 0;
    }

    /** A win that was taken back goes on in the lap in which it was won. */
    private void reopened(Line line) {
        if (line.details().get("lap") instanceof Number resumed) {
            lap = resumed.longValue();
        }
        entries.add(factory.reopened(line, journeys.get(journey), place()));
    }

    private void answered(Line line) {
        RecordedAnswers.InWords answers = factory.answers(line);
        SoFar.Answer outcome = answers.outcome();
        boolean attempt = isAttempt(answers.form());
        int number = attempts + 1;
        if (attempt && outcome != null && outcome.value().equals(NOT_REACHED)) {
            attempts = number;
        }
        List<Notes.Note> notes =
                written.getOrDefault(String.valueOf(line.details().get("task")), List.of());
        entries.add(factory.answered(line, answers, notes, attempt ? number : null, place()));
    }

    private void missed(Line line) {
        String holder = line.missedBy();
        if (holder != null) {
            entries.add(factory.missed(line, holder, place()));
        }
    }
}
