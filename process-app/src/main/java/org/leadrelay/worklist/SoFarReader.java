package org.leadrelay.worklist;

import static org.leadrelay.access.Roles.ARBITER;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.Actor;
import org.leadrelay.access.People;
import org.leadrelay.charter.Charter;
import org.leadrelay.worklist.SoFar.Entry;
import org.leadrelay.worklist.SoFar.What;
import org.springframework.stereotype.Component;

/** Read model of what was said about a lead before a task. Whoever sees the task sees it. */
@Component
class SoFarReader {

    private static final String REJECT = "reject";
    private static final String DISPUTE = "dispute";

    private final SoFarQueries queries;
    private final RecordedAnswers words;
    private final Precedents precedents;
    private final People people;
    private final Charter charter;

    SoFarReader(SoFarQueries queries, RecordedAnswers words, Precedents precedents, People people, Charter charter) {
        this.queries = queries;
        this.words = words;
        this.precedents = precedents;
        this.people = people;
        this.charter = charter;
    }

    /**
     * @param form of the task
     * @param notes what was written about the lead, newest first
     */
    SoFar of(TaskItem task, Form form, List<Notes.Note> notes, Actor actor) {
        UUID lead = task.leadId();
        SoFarEntries fold =
                new SoFarEntries(words, people::displayName, queries.journeys(lead), queries.arrivals(lead), notes);
        List<Entry> entries = fold.of(queries.lines(lead), queries.origin(lead));
        SoFar.Attempts attempts = fold.attempts() > 0 || SoFarEntries.isAttempt(form)
                ? new SoFar.Attempts(fold.attempts(), charter.current().attempts())
                : null;
        SoFar soFar = new SoFar(entries, attempts, laps(entries), null);
        return task.role().equals(ARBITER)
                ? new SoFar(entries, attempts, soFar.earlierLaps(), dispute(soFar, actor))
                : soFar;
    }

    private SoFar.Dispute dispute(SoFar soFar, Actor actor) {
        Entry sales = soFar.newest(REJECT).orElse(null);
        return new SoFar.Dispute(
                sales,
                soFar.newest(DISPUTE).orElse(null),
                precedents.of(sales == null ? null : sales.reason(), actor).orElse(null));
    }

    /** The last answer of each earlier lap, or else what ended it. */
    private static List<Entry> laps(List<Entry> entries) {
        record Lap(int journey, long number) {}
        Map<Lap, Entry> last = new LinkedHashMap<>();
        for (Entry each : entries) {
            if (each.earlier()) {
                last.merge(new Lap(each.journey(), each.lap()), each, SoFarReader::telling);
            }
        }
        return new ArrayList<>(last.values());
    }

    private static Entry telling(Entry later, @Nullable Entry earlier) {
        return earlier != null && later.what() != What.ANSWERED && earlier.what() == What.ANSWERED ? earlier : later;
    }
}
