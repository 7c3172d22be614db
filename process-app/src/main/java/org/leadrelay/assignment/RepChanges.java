package org.leadrelay.assignment;

import java.util.List;
import org.leadrelay.journal.Kind;
import org.leadrelay.journal.LineDetails;
import org.leadrelay.journal.OperationLog;
import org.leadrelay.journal.StreamKind;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Audit trail of what managers say about reps: limits, skills, absences. Where a place may be free since then, leads
 * that wait are served once the transaction has committed.
 */
@Component
class RepChanges {

    private final OperationLog log;
    private final ApplicationEventPublisher events;

    RepChanges(OperationLog log, ApplicationEventPublisher events) {
        this.log = log;
        this.events = events;
    }

    /** Nothing where nothing changed. */
    void note(Kind kind, String subject, LineDetails details) {
        if (!details.isEmpty()) {
            log.add(StreamKind.OPERATION, kind, subject, details.map());
        }
    }

    void absence(Kind kind, AbsenceEntity entity) {
        Absence absence = entity.absence(List.of());
        note(
                kind,
                entity.login(),
                LineDetails.of("absence", absence.id())
                        .and("from", absence.from())
                        .and("until", absence.until())
                        .and("deputy", absence.deputy())
                        .and("openTasks", absence.openTasks().code()));
    }

    void placeFreed() {
        events.publishEvent(new PlaceFreed());
    }
}
