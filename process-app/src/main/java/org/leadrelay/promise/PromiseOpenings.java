package org.leadrelay.promise;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.Roles;
import org.leadrelay.calendar.BusinessCalendars;
import org.leadrelay.charter.Charter;
import org.leadrelay.charter.CharterTerms;
import org.leadrelay.charter.Clause;
import org.leadrelay.workingtime.BusinessCalendar;
import org.leadrelay.workingtime.WorkingTime;
import org.springframework.stereotype.Component;

/** Opening of promises: finds the running promise of a lead and clause, or opens one. */
@Component
class PromiseOpenings {

    private final Charter charter;
    private final BusinessCalendars calendars;
    private final Ledger ledger;
    private final PromiseLines lines;
    private final PromiseClock clock;

    PromiseOpenings(
            Charter charter, BusinessCalendars calendars, Ledger ledger, PromiseLines lines, PromiseClock clock) {
        this.charter = charter;
        this.calendars = calendars;
        this.ledger = ledger;
        this.lines = lines;
        this.clock = clock;
    }

    /** Reading the deadline of a promise that waited for the buyer's day ends the wait. */
    Promise running(UUID leadId, String clauseName, @Nullable String priority, String element, @Nullable String rep) {
        Promise known = ledger.fresh(leadId, clauseName);
        while (known == null) {
            known = openOrFind(leadId, clauseName, priority, element, rep);
        }
        return known.waitsUntil() == null ? known : back(known);
    }

    private Promise back(Promise waiting) {
        ledger.lock(waiting.leadId(), waiting.clause())
                .filter(PromiseEntity::isAwaitingBuyer)
                .ifPresent(promise -> {
                    Instant now = clock.now();
                    promise.comeBack();
                    lines.resumed(promise, now, null);
                });
        return waiting.back();
    }

    /**
     * Null when another transaction opened it meanwhile, and perhaps ended it again.
     */
    private @Nullable Promise openOrFind(
            UUID leadId, String clauseName, @Nullable String priority, String element, @Nullable String rep) {
        Optional<CharterTerms> agreed = charter.termsOf(clauseName);
        if (agreed.isEmpty()) {
            return Optional.ofNullable(ledger.running(leadId, clauseName))
                    .orElseThrow(() ->
                            new IllegalArgumentException("no version of the charter that binds or did has the clause \""
                                    + clauseName
                                    + "\"; the one in force has "
                                    + charter.current().clauses().keySet()));
        }
        CharterTerms terms = agreed.get();
        Clause clause = Objects.requireNonNull(terms.clauses().get(clauseName));
        BusinessCalendar calendar = hours(terms, clause, rep);
        Instant now = clock.now();
        WorkingTime counted = calendar.count(now, clause.work(priority));
        Duration untilReminder = clause.untilReminder(counted.work());
        Promise promise = new Promise(
                leadId,
                clauseName,
                counted.due(),
                untilReminder == null ? null : calendar.reminder(now, untilReminder),
                null,
                null);
        PromiseOpening opening = new PromiseOpening(
                UUID.randomUUID(),
                promise,
                element,
                clause.who(),
                priority == null ? "normal" : priority,
                terms.version(),
                calendar.version(),
                counted);
        Ledger.Opened opened = ledger.open(opening);
        if (opened.added()) {
            lines.opened(opening);
        }
        return opened.promise();
    }

    /** A rep's promise counts in the hours of that rep, every other one in the charter's. */
    private BusinessCalendar hours(CharterTerms terms, Clause clause, @Nullable String rep) {
        return rep != null && clause.who().equals(Roles.SALES_REP)
                ? calendars.ownOf(rep).orElseGet(() -> charter.calendar(terms))
                : charter.calendar(terms);
    }
}
