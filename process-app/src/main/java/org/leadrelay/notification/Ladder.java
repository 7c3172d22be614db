package org.leadrelay.notification;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.leadrelay.calendar.BusinessCalendars;
import org.leadrelay.charter.Charter;
import org.leadrelay.charter.KnownClause;
import org.leadrelay.charter.Rung;
import org.leadrelay.charter.Rung.Moment;
import org.leadrelay.promise.PromiseBroken;
import org.leadrelay.promise.PromiseReminded;
import org.leadrelay.workingtime.BusinessCalendar;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Escalation ladder: who hears of a promise that is running out or broken, rung by rung, as the charter in force
 * says. What happens to the lead is the model's word.
 */
@Component
class Ladder {

    private final Charter charter;
    private final BusinessCalendars calendars;
    private final Addressees addressees;
    private final LaterRungs later;
    private final Notices notices;

    Ladder(Charter charter, BusinessCalendars calendars, Addressees addressees, LaterRungs later, Notices notices) {
        this.charter = charter;
        this.calendars = calendars;
        this.addressees = addressees;
        this.later = later;
        this.notices = notices;
    }

    @EventListener
    void reminded(PromiseReminded promise) {
        tell(
                Moment.REMIND,
                NoticeContent.about(
                        promise.promiseId(),
                        promise.leadId(),
                        promise.clause(),
                        promise.due(),
                        NoticeKind.REMIND,
                        "%s:remind:%s".formatted(promise.promiseId(), promise.due())));
    }

    @EventListener
    void broken(PromiseBroken promise) {
        tell(
                Moment.OVERDUE,
                NoticeContent.about(
                        promise.promiseId(),
                        promise.leadId(),
                        promise.clause(),
                        promise.due(),
                        promise.clause().equals(KnownClause.ASSIGN_REP.id()) ? NoticeKind.WAITING : NoticeKind.OVERDUE,
                        promise.promiseId() + ":overdue"));
        List<Rung> above = rungs(promise.clause(), Moment.AFTER);
        if (promise.running() && !above.isEmpty()) {
            BusinessCalendar calendar = calendars.version(promise.calendarVersion());
            above.forEach(rung -> later.wait(promise, rung, calendar.add(promise.due(), rung.after())));
        }
    }

    private void tell(Moment moment, NoticeContent telling) {
        UUID lead = Objects.requireNonNull(telling.leadId());
        String clause = Objects.requireNonNull(telling.clause());
        Set<String> logins = new LinkedHashSet<>();
        for (Rung rung : rungs(clause, moment)) {
            logins.addAll(addressees.of(rung.whom(), lead, clause));
        }
        notices.tell(logins, telling);
    }

    private List<Rung> rungs(String clause, Moment moment) {
        return charter.current().ladder(clause).stream()
                .filter(rung -> rung.moment() == moment)
                .toList();
    }
}
