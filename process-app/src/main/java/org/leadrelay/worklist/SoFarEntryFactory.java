package org.leadrelay.worklist;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.Actor;
import org.leadrelay.platform.Wording;
import org.leadrelay.worklist.SoFar.Entry;
import org.leadrelay.worklist.SoFar.Said;
import org.leadrelay.worklist.SoFar.What;
import org.leadrelay.worklist.SoFarQueries.Arrival;
import org.leadrelay.worklist.SoFarQueries.Line;
import org.leadrelay.worklist.SoFarQueries.Passage;

/** Factory of entries: says one line of the log in words, at the place where the fold over all of them stands. */
final class SoFarEntryFactory {

    private static final Wording WORDING = Wording.of(SoFarEntryFactory.class, "sofar");

    private final RecordedAnswers words;
    private final UnaryOperator<String> names;

    /**
     * @param names gives the name of whoever has a login
     */
    SoFarEntryFactory(RecordedAnswers words, UnaryOperator<String> names) {
        this.words = words;
        this.names = names;
    }

    /** Where in a lead's history something happened. */
    record Place(int journey, long lap) {}

    /** What a line of a completed task says was answered. */
    RecordedAnswers.InWords answers(Line line) {
        return words.of(line.model(), line.version(), line.step(), line.details());
    }

    /**
     * @param notes what was written with the answer
     * @param attempt the number of a contact attempt in its lap
     */
    Entry answered(
            Line line,
            RecordedAnswers.InWords answers,
            List<Notes.Note> notes,
            @Nullable Integer attempt,
            Place place) {
        SoFar.Answer outcome = answers.outcome();
        List<Said> said = notes.stream()
                .map(note -> new Said(note.field(), answers.label(note.field(), note.label()), note.text()))
                .toList();
        return new Entry(
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
                attempt,
                place.journey(),
                place.lap(),
                false,
                null);
    }

    /**
     * @param question null where its words were not kept
     */
    Entry asked(Line line, Notes.@Nullable Note question, Place place) {
        List<Said> said = question == null
                ? List.of()
                : List.of(new Said(Notes.QUESTION, WORDING.text("question"), question.text()));
        return entry(line, What.ASKED, line.person(), name(line), WORDING.text("asked"), said, place);
    }

    /**
     * @param holder login of who held the step whose promise broke
     */
    Entry missed(Line line, String holder, Place place) {
        return entry(line, What.MISSED, holder, names.apply(holder), WORDING.text("missed"), List.of(), place);
    }

    Entry waited(Line line, Place place) {
        String reason = String.valueOf(line.details().get("reason"));
        return happened(line, What.WAITED, WORDING.textOr("waited." + reason, WORDING.text("waited")), null, place);
    }

    Entry ended(Line line, @Nullable Passage passage, Place place) {
        String end = passage == null ? null : passage.end();
        return happened(
                line,
                What.ENDED,
                end == null ? WORDING.text("end") : WORDING.textOr("end." + end, WORDING.text("end")),
                passage == null ? null : passage.endReason(),
                place);
    }

    Entry reopened(Line line, @Nullable Passage passage, Place place) {
        Object cause = line.details().get("cause");
        return happened(
                line,
                What.REOPENED,
                WORDING.textOr("reopened." + cause, WORDING.text("reopened")),
                passage == null ? null : passage.reason(),
                place);
    }

    /**
     * @param seen when the lead was seen first, where that is earlier than its arrival
     */
    Entry came(Arrival arrival, Instant seen, int journey) {
        String person = arrival.person();
        String how = WORDING.find(Wording.language(), "came." + arrival.kind(), arrival.origin())
                .orElseGet(() -> WORDING.text("came.by", arrival.origin()));
        String text = Stream.of(
                        WORDING.text(journey > 1 ? "back" : "came", how),
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
                journey,
                1,
                false,
                null);
    }

    private Entry happened(Line line, What what, String text, @Nullable String wrote, Place place) {
        List<Said> said = wrote == null ? List.of() : List.of(new Said("reason", WORDING.text("reason"), wrote));
        return entry(line, what, line.person(), name(line), text, said, place);
    }

    private Entry entry(
            Line line, What what, String person, @Nullable String name, String text, List<Said> said, Place place) {
        return new Entry(
                line.at(),
                what,
                person,
                name,
                line.step(),
                stepName(line),
                null,
                text,
                null,
                List.of(),
                said,
                null,
                place.journey(),
                place.lap(),
                false,
                null);
    }

    private @Nullable String name(Line line) {
        return line.person().equals(Actor.SYSTEM.login())
                ? null
                : line.personName() == null ? names.apply(line.person()) : line.personName();
    }

    private @Nullable String stepName(Line line) {
        String step = line.step();
        return step == null ? null : words.step(line.model(), line.version(), step, line.stepName());
    }
}
