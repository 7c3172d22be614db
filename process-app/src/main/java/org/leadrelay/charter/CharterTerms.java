package org.leadrelay.charter;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.leadrelay.workingtime.WorkAmount;

/**
 * Terms of one version of the charter, as they bind.
 *
 * @param recompute whether promises that ran at that moment are counted anew
 * @param tries reps that may miss or decline a hand-off in one lap before the sales manager places
 *     it
 * @param maximumLaps laps after which a lead goes dormant
 * @param attempts attempts to reach the buyer in one follow-up
 * @param attemptSpacing working time between two attempts
 * @param questions how often reps may ask marketing in one journey
 * @param capacity open leads that a rep carries who has no capacity of their own
 * @param calendarId the calendar in which promises are counted
 * @param ladders rungs by clause, or {@link Rung#ANY}
 * @param currency of every amount, ISO 4217: of the figures and of the deals that are won
 * @param matureFrom maturity from which a lead is mature, 1 to 4
 */
public record CharterTerms(
        int version,
        Instant inForceFrom,
        boolean recompute,
        int tries,
        int maximumLaps,
        int attempts,
        WorkAmount attemptSpacing,
        int questions,
        int capacity,
        String calendarId,
        Map<String, Clause> clauses,
        Map<String, List<AgreedOption>> lists,
        Map<String, List<Rung>> ladders,
        String currency,
        int matureFrom) {

    public CharterTerms {
        clauses = Map.copyOf(clauses);
        lists = Map.copyOf(lists);
        ladders = Map.copyOf(ladders);
    }

    static CharterTerms of(int version, Instant inForceFrom, boolean recompute, CharterContent provisions) {
        Limits limits = provisions.limits();
        return new CharterTerms(
                version,
                inForceFrom,
                recompute,
                limits.tries(),
                limits.maximumLaps(),
                limits.attempts(),
                limits.attemptSpacing(),
                limits.questions(),
                limits.capacity(),
                provisions.calendar(),
                provisions.clauses().stream().collect(toMap(Clause::name, Function.identity())),
                provisions.lists(),
                provisions.ladder().stream().collect(groupingBy(Rung::clause)),
                provisions.currency(),
                provisions.matureFrom());
    }

    /** Who is told of a promise of this clause; a clause without a ladder uses the one of any. */
    public List<Rung> ladder(String clause) {
        return ladders.getOrDefault(clause, ladders.getOrDefault(Rung.ANY, List.of()));
    }

    /** What usually follows an option of an agreed list, if that was agreed too. */
    public Optional<String> nextStep(String list, String value) {
        return lists.getOrDefault(list, List.of()).stream()
                .filter(agreed -> agreed.value().equals(value))
                .findFirst()
                .map(AgreedOption::nextStep);
    }

    /**
     * An agreed list in the reader's language, in the agreed order; empty when no such list was
     * agreed.
     */
    public List<Option> options(String list, Locale locale) {
        return lists.getOrDefault(list, List.of()).stream()
                .map(agreed -> new Option(agreed.value(), agreed.label(locale)))
                .toList();
    }
}
