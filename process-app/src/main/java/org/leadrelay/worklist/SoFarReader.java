package org.leadrelay.worklist;

import static org.leadrelay.access.Roles.ARBITER;

import java.util.ArrayList;
import java.util.Comparator;
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
    private final SoFarEntryFactory factory;
    private final Precedents precedents;
    private final Charter charter;

    SoFarReader(SoFarQueries queries, RecordedAnswers words, Precedents precedents, People people, Charter charter) {
        this.queries = queries;
        factory = new SoFarEntryFactory(words, people::displayName);
        this.precedents = precedents;
        this.charter = charter;
    }

    /**
     * @param form of the task
     * @param notes what was written about the lead and those that were merged into it, newest first
     * @param merged what those were known by
     */
    SoFar of(TaskItem task, Form form, List<Notes.Note> notes, Map<UUID, String> merged, Actor actor) {
        UUID lead = task.leadId();
        SoFarEntries fold = fold(lead, notes);
        List<Entry> own = fold.of(queries.lines(lead), queries.origin(lead));
        List<Entry> entries = withMerged(own, notes, merged);
        SoFar.Attempts attempts = fold.attempts() > 0 || SoFarEntries.isAttempt(form)
                ? new SoFar.Attempts(fold.attempts(), charter.current().attempts())
                : null;
        SoFar soFar = new SoFar(entries, attempts, laps(own), null);
        return task.role().equals(ARBITER)
                ? new SoFar(entries, attempts, soFar.earlierLaps(), dispute(soFar, actor))
                : soFar;
    }

    private SoFarEntries fold(UUID lead, List<Notes.Note> notes) {
        List<Notes.Note> about =
                notes.stream().filter(each -> each.leadId().equals(lead)).toList();
        return new SoFarEntries(factory, queries.journeys(lead), queries.arrivals(lead), about);
    }

    /** What people answered and asked about a lead that was merged into this one was said about this person too. */
    private List<Entry> withMerged(List<Entry> own, List<Notes.Note> notes, Map<UUID, String> merged) {
        List<Entry> all = new ArrayList<>(own);
        merged.forEach((id, name) -> fold(id, notes).of(queries.lines(id), queries.origin(id)).stream()
                .filter(each -> each.what() == What.ANSWERED || each.what() == What.ASKED)
                .forEach(each -> all.add(each.ofMerged(name))));
        if (all.size() > own.size()) {
            all.sort(Comparator.comparing((Entry each) -> each.what() == What.CAME && each.from() == null)
                    .thenComparing(Entry::at, Comparator.reverseOrder()));
        }
        return all;
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
