package org.leadrelay.lead;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.leadrelay.access.Actor;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.Permission;
import org.leadrelay.journal.CommittedText;
import org.leadrelay.journal.JourneyLog;
import org.leadrelay.journal.Kind;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.Invalid.Violation;
import org.leadrelay.platform.RetryOnCollision;
import org.leadrelay.platform.Wording;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Commands on a lead's journey from outside the process, by people and systems. */
@Service
@RetryOnCollision
public class LeadCommands {

    private static final Wording WORDING = Wording.of(LeadCommands.class);

    private final Journeys journeys;
    private final LeadSignals signals;
    private final Consents consents;
    private final Visibility visibility;
    private final CurrentPerson person;
    private final LeadJourney process;
    private final JourneyLog log;
    private final Clock clock;

    LeadCommands(
            Journeys journeys,
            LeadSignals signals,
            Consents consents,
            Visibility visibility,
            CurrentPerson person,
            LeadJourney process,
            JourneyLog log,
            Clock clock) {
        this.journeys = journeys;
        this.signals = signals;
        this.consents = consents;
        this.visibility = visibility;
        this.person = person;
        this.process = process;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Ends the living journey, from wherever it stands.
     *
     * @param reason in words; may be empty
     * @throws Conflict when it has ended already
     * @throws NotFound when there is no such lead, or the person may not see it
     */
    @Transactional
    public void withdraw(UUID leadId, String reason) {
        Actor actor = person.get();
        actor.mustHave(Permission.WORK_ON_LEADS);
        visibility.lock(leadId, actor);
        String why = TextRules.words("reason", reason);
        Journey journey = latest(leadId);
        if (journey.endedAt() != null) {
            throw JourneyEntity.ended(journey.end());
        }
        if (!why.isEmpty()) {
            journeys.endReason(leadId, why);
        }
        log.add(leadId, Kind.WITHDRAWN, said(Map.of("journey", journey.id().toString()), why));
        process.withdraw(leadId);
    }

    /**
     * Starts the next journey of a lead whose last one has ended.
     *
     * @throws Conflict when its journey is still running
     */
    @Transactional
    public void reopen(UUID leadId, String reason) {
        Actor actor = person.get();
        actor.mustHave(Permission.REOPEN_LEADS);
        Lead lead = visibility.lock(leadId, actor);
        String why = TextRules.reason(reason);
        Journey journey = latest(leadId);
        UUID next = journeys.next(lead, journey, "reopened", why, process.beginning());
        log.add(
                leadId,
                Kind.REOPENED,
                said(Map.of("journey", next.toString(), "previous", journey.id().toString()), why));
        process.start(leadId);
    }

    /** Why, by commitment: the words are with the journey. */
    private static Map<String, Object> said(Map<String, Object> details, String why) {
        Map<String, Object> all = new LinkedHashMap<>(details);
        if (!why.isEmpty()) {
            all.put("words", new CommittedText(why));
        }
        return all;
    }

    /**
     * Records that the buyer did something, and wakes a living journey that waits for it, unless a
     * machine may have done it.
     */
    @Transactional
    public void signal(UUID leadId, Signal signal) {
        Actor actor = person.get();
        if (!actor.system()) {
            actor.mustHave(Permission.WORK_ON_LEADS);
        }
        visibility.lock(leadId, actor);
        signals.add(leadId, signal);
        log.add(leadId, Kind.SIGNAL, told(signal));
        if (signal.counts() && journeys.living(leadId).isPresent()) {
            process.engaged(leadId);
        }
    }

    private static Map<String, Object> told(Signal signal) {
        Map<String, Object> details =
                new LinkedHashMap<>(Map.of("signal", signal.kind().code()));
        if (signal.content() != null) {
            details.put("content", signal.content());
        }
        if (!signal.counts()) {
            details.put("counts", false);
        }
        return details;
    }

    /**
     * Records a consent or an objection. What a person records is the lead's own word when it has
     * wording and source; without them it lifts no objection.
     *
     * @param source where the statement itself does not say where it came from
     * @throws Invalid when it cannot be taken, also when it would have to lift an objection and
     *     lacks wording or source
     * @throws NotFound when there is no such lead, or the person may not see it
     */
    @Transactional
    public void consent(UUID leadId, Statement statement, String source) {
        Actor actor = person.get();
        if (!actor.system()) {
            actor.mustHave(Permission.WORK_ON_LEADS);
        }
        List<Violation> violations = new ArrayList<>();
        StatementCheck.check(
                "", statement, clock.instant(), (field, words) -> violations.add(new Violation(field, words)));
        if (!violations.isEmpty()) {
            throw Invalid.of(violations);
        }
        Lead lead = visibility.lock(leadId, actor);
        StatementKind kind = kind(statement, actor);
        if (kind != StatementKind.OWN_WORD
                && statement.given()
                && !actor.system()
                && consents.objected(leadId, statement.channel())) {
            throw missingEvidence(statement);
        }
        consents.text(lead, statement, kind, source, actor.login());
    }

    /** A system's report is the person's own word only when it also says when it was said. */
    private static StatementKind kind(Statement statement, Actor actor) {
        if (!statement.given() || (statement.hasEvidence() && (!actor.system() || statement.at() != null))) {
            return StatementKind.OWN_WORD;
        }
        return statement.at() == null ? StatementKind.UNDATED_RECORD : StatementKind.DATED_RECORD;
    }

    private static Invalid missingEvidence(Statement statement) {
        List<Violation> missing = new ArrayList<>();
        if (statement.wording() == null || statement.wording().isBlank()) {
            missing.add(new Violation("wording", WORDING.text("objectionNeedsWording")));
        }
        if (statement.source() == null || statement.source().isBlank()) {
            missing.add(new Violation("source", WORDING.text("objectionNeedsSource")));
        }
        return Invalid.of(missing);
    }

    private Journey latest(UUID leadId) {
        return journeys.latest(leadId).orElseThrow(() -> Visibility.missing(leadId));
    }
}
