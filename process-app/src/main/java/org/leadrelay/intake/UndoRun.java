package org.leadrelay.intake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.leadrelay.access.Actor;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.People;
import org.leadrelay.lead.ImportUndo;
import org.leadrelay.lead.ImportedLead;
import org.leadrelay.lead.UndoScope;
import org.leadrelay.platform.CollisionRetry;
import org.leadrelay.platform.Wording;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Background undo of an import, resumable: each lead in a transaction of its own that also marks its rows. */
@Component
class UndoRun {

    private static final Wording WORDING = Wording.of(UndoRun.class);

    private static final Logger LOG = LoggerFactory.getLogger(UndoRun.class);

    /** A cancelled import goes on for the rows that were being worked on. */
    private static final Duration AFTER_CANCELLING = Duration.ofMinutes(1);

    private final ImportUndoTable rows;
    private final ImportUndo undo;
    private final CurrentPerson person;
    private final People people;
    private final Clock clock;
    private final CollisionRetry retry;
    private final TransactionTemplate transaction;

    UndoRun(
            ImportUndoTable rows,
            ImportUndo undo,
            CurrentPerson person,
            People people,
            Clock clock,
            CollisionRetry retry,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.undo = undo;
        this.person = person;
        this.people = people;
        this.clock = clock;
        this.retry = retry;
        this.transaction = new TransactionTemplate(transactions);
    }

    static UndoScope scope(ImportProgress of) {
        Instant started = of.startedAt();
        Instant end = Objects.requireNonNull(of.finishedAt());
        return new UndoScope(
                of.origin() == null ? of.fileName() : of.origin(),
                of.createdBy(),
                started == null ? of.createdAt() : started,
                of.state().equals("cancelled") ? end.plus(AFTER_CANCELLING) : end);
    }

    /** Undoes what is left, unless the node stops. */
    void run(ImportProgress of, BooleanSupplier stopping) {
        ImportProgress.Undo asked = of.undo();
        if (asked == null || asked.finishedAt() != null) {
            return;
        }
        LOG.info("Import {} is undone", of.id());
        LocaleContext before = LocaleContextHolder.getLocaleContext();
        LocaleContextHolder.setLocale(languageOf(asked.by()));
        try {
            person.as(Actor.onBehalfOf(asked.by()), () -> {
                all(of, stopping);
                return of;
            });
        } finally {
            LocaleContextHolder.setLocaleContext(before);
        }
    }

    /** Journeys end with a reason in the language of whoever undoes. */
    private Locale languageOf(String login) {
        return people.find(login).map(each -> each.language().locale()).orElse(Locale.ENGLISH);
    }

    private void all(ImportProgress of, BooleanSupplier stopping) {
        rows.passOver(of.id());
        for (RowsOfLead each : rows.open(of.id(), null)) {
            if (stopping.getAsBoolean()) {
                return;
            }
            lead(of, each.leadId());
        }
        rows.finish(of.id(), clock.instant());
        LOG.info("The undo of import {} has ended", of.id());
    }

    /** One lead; nothing when its rows are marked already. */
    void lead(ImportProgress of, UUID leadId) {
        try {
            retry.inTransaction(() -> {
                undone(of, leadId);
                return leadId;
            });
        } catch (CannotCreateTransactionException | DataAccessResourceFailureException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("Lead {} of import {} could not be undone", leadId, of.id(), e);
            transaction.executeWithoutResult(status -> failed(of.id(), leadId));
        }
    }

    /** One lead, within the transaction of the caller. */
    void undone(ImportProgress of, UUID leadId) {
        List<RowsOfLead> found = rows.open(of.id(), leadId);
        if (!found.isEmpty()) {
            ImportedLead imported = rows.imported(of.id(), found).get(0);
            rows.mark(
                    of.id(),
                    found.get(0).under(undo.undo(scope(of), imported, WORDING.text("undo.reason", of.fileName()))));
        }
    }

    private void failed(UUID importId, UUID leadId) {
        rows.open(importId, leadId)
                .forEach(each -> rows.mark(
                        importId,
                        each.lines().stream()
                                .map(line -> new RowsOfLead.Undone(
                                        line.line(), UndoOutcome.KEPT, List.of(), List.of(UndoNote.of("failed"))))
                                .toList()));
    }
}
