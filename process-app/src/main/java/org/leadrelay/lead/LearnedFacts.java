package org.leadrelay.lead;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.leadrelay.platform.TextNormalizer;
import org.leadrelay.platform.Words;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people learned of a lead: its interest, when it wants to decide, what say the person has. Each is a key of an agreed
 * list with the charter's words for it. What no list of the charter in force has, or is too old to count, is not told.
 */
@Service
public class LearnedFacts {

    private final Leads leads;
    private final FactTable store;
    private final LearnedOptions agreed;
    private final Clock clock;

    LearnedFacts(Leads leads, FactTable store, LearnedOptions agreed, Clock clock) {
        this.leads = leads;
        this.store = store;
        this.agreed = agreed;
        this.clock = clock;
    }

    /** What is known of the lead and counts now, for letters and cards. */
    public Map<LearnedList, LearnedFact> of(UUID leadId) {
        Map<LearnedList, LearnedFact> known = new EnumMap<>(LearnedList.class);
        store.stated(leadId).values().stream()
                .flatMap(each -> read(each).stream())
                .filter(each -> counts(each.list(), each.key(), each.at()))
                .forEach(each -> known.put(each.list(), each));
        return known;
    }

    /** One of {@link #of}. */
    public Optional<LearnedFact> of(UUID leadId, LearnedList list) {
        return Optional.ofNullable(of(leadId).get(list));
    }

    /**
     * Keeps what was answered in a task. A line that no list has, and one that says that it is not known, changes nothing.
     *
     * @param answers keys by the list
     * @param step the task's element
     * @param at when it was answered
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void answered(UUID leadId, Map<LearnedList, String> answers, String step, String person, Instant at) {
        Map<String, CheckedCapture.Known> facts = new LinkedHashMap<>();
        answers.forEach((list, key) -> {
            if (!key.equals(LearnedList.UNKNOWN) && line(list, key).isPresent()) {
                facts.put(list.code(), new CheckedCapture.Known(list.code(), key));
            }
        });
        if (!facts.isEmpty()) {
            leads.locked(leadId).ifPresent(lead -> store.merge(lead, facts, FactSource.answered(step, person), at));
        }
    }

    /** The same of a fact as it is stored; empty for another fact, and for what the charter in force does not know. */
    Optional<LearnedFact> read(StoredFact fact) {
        return LearnedList.of(fact.name())
                .flatMap(list -> line(list, fact.value())
                        .map(line -> new LearnedFact(
                                list,
                                line.key(),
                                line.words(),
                                fact.source().step(),
                                fact.source().person(),
                                fact.at(),
                                list.counts(line.key()).map(fact.at()::plus).orElse(null))));
    }

    /** Whether such an answer, given then, tells the rules something now. */
    boolean counts(LearnedList list, String key, Instant at) {
        return !key.equals(LearnedList.UNKNOWN)
                && line(list, key).isPresent()
                && list.counts(key).map(at::plus).map(clock.instant()::isBefore).orElse(true);
    }

    /** The code of a line by itself or by what it is called in any language. */
    Optional<String> key(LearnedList list, String said) {
        String wanted = TextNormalizer.key(said);
        return lines(list).stream()
                .filter(each -> Stream.of(
                                each.key(), each.words().english(), each.words().german())
                        .map(TextNormalizer::key)
                        .anyMatch(wanted::equals))
                .map(LearnedOption::key)
                .findFirst();
    }

    /** The same, with a line's code where it is one in words: a file may say what people call it. */
    Attribute keyed(Attribute said) {
        return LearnedList.of(TextNormalizer.clean(said.name()))
                .flatMap(list -> key(list, said.value()))
                .map(key -> new Attribute(said.name(), key))
                .orElse(said);
    }

    /** What the charter in force calls a line; empty where it has no such line. */
    Optional<Words> words(LearnedList list, String key) {
        return line(list, key).map(LearnedOption::words);
    }

    /** The lines of a list; empty where the charter in force has no such list. */
    List<LearnedOption> lines(LearnedList list) {
        return agreed.of(list);
    }

    private Optional<LearnedOption> line(LearnedList list, String key) {
        return lines(list).stream().filter(each -> each.key().equals(key)).findFirst();
    }
}
