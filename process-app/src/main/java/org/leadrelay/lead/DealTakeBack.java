package org.leadrelay.lead;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.leadrelay.access.Actor;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.Permission;
import org.leadrelay.journal.CommittedText;
import org.leadrelay.journal.JourneyLog;
import org.leadrelay.journal.Kind;
import org.leadrelay.platform.Conflict;
import org.leadrelay.platform.Forbidden;
import org.leadrelay.platform.RetryOnCollision;
import org.leadrelay.platform.Wording;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reopening of a deal that was won by mistake, by the rep who won it and within the day. The lead's next journey begins at the
 * decision; the one that was won stays as it was, with its value and its kept promises.
 */
@Service
@RetryOnCollision
public class DealTakeBack {

    private static final Wording WORDING = Wording.of(DealTakeBack.class);

    private final Journeys journeys;
    private final Visibility visibility;
    private final CurrentPerson person;
    private final DealWinLookup wins;
    private final LeadJourney process;
    private final JourneyLog log;
    private final Clock clock;

    DealTakeBack(
            Journeys journeys,
            Visibility visibility,
            CurrentPerson person,
            DealWinLookup wins,
            LeadJourney process,
            JourneyLog log,
            Clock clock) {
        this.journeys = journeys;
        this.visibility = visibility;
        this.person = person;
        this.wins = wins;
        this.process = process;
        this.log = log;
        this.clock = clock;
    }

    /** Before when the current person may take the deal of this lead back; empty when they may not, any more. */
    public Optional<Instant> until(LeadCard lead) {
        Actor actor = person.get();
        Instant endedAt = lead.journey().endedAt();
        if (endedAt == null
                || !Journey.WON.equals(lead.end())
                || !actor.may(Permission.WORK_ON_LEADS)
                || !actor.login().equals(lead.owner())) {
            return Optional.empty();
        }
        return wins.of(lead.id(), endedAt)
                .filter(win -> win.person().equals(actor.login()))
                .map(DealWin::until)
                .filter(clock.instant()::isBefore);
    }

    /**
     * Begins the next journey of a lead at the decision that won its deal.
     *
     * @throws Forbidden when somebody else has the lead, or won it
     * @throws Conflict when it is not won, when its day is over, when the lead was merged into another, and when the newest
     *     model has no way back
     */
    @Transactional
    public void takeBack(UUID leadId, String reason) {
        Actor actor = person.get();
        actor.mustHave(Permission.WORK_ON_LEADS);
        visibility.mustNotBeMerged(leadId, actor);
        Lead lead = visibility.lock(leadId, actor);
        if (!actor.login().equals(lead.owner())) {
            throw new Forbidden(WORDING.text("win.notYours"));
        }
        String why = TextRules.reason(reason);
        Journey won = won(leadId);
        DealWin win = wins.of(leadId, wonAt(won)).orElseThrow(() -> new Conflict(WORDING.text("win.nobodys")));
        if (!win.person().equals(actor.login())) {
            throw new Forbidden(WORDING.text("win.notYours"));
        }
        if (!clock.instant().isBefore(win.until())) {
            throw new Conflict(WORDING.text("win.tooLate"));
        }
        UUID next = journeys.again(lead, won, why);
        log.add(
                leadId,
                Kind.REOPENED,
                Map.of(
                        "journey",
                        next.toString(),
                        "previous",
                        won.id().toString(),
                        "cause",
                        JourneyEntity.WIN_TAKEN_BACK,
                        "lap",
                        won.lap(),
                        "words",
                        new CommittedText(why)));
        if (!process.decideAgain(won, actor.login())) {
            throw new Conflict(WORDING.text("win.noWay"));
        }
    }

    private Journey won(UUID leadId) {
        Journey latest = journeys.latest(leadId).orElseThrow(() -> Visibility.missing(leadId));
        if (latest.end() == null) {
            throw new Conflict(WORDING.text("win.running"));
        }
        if (!Journey.WON.equals(latest.end())) {
            throw new Conflict(WORDING.text("win.not", WORDING.text("end." + latest.end())));
        }
        return latest;
    }

    private static Instant wonAt(Journey won) {
        Instant at = won.endedAt();
        if (at == null) {
            throw new IllegalStateException("journey " + won.id() + " has an end and no moment of it");
        }
        return at;
    }
}
