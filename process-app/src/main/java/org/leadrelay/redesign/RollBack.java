package org.leadrelay.redesign;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.Permission;
import org.leadrelay.journal.LineDetails;
import org.leadrelay.platform.Conflict;
import org.leadrelay.platform.Wording;
import org.leadrelay.redesign.ReleaseRow.State;
import org.springframework.stereotype.Component;

/**
 * Roll back to an earlier release: a sealed release that names the old deployment, so that new leads start by the same definitions
 * as then. Nothing is deployed. It waits for a second person, and for no charter: it says what both sides had signed before.
 */
@Component
class RollBack {

    private static final Wording WORDING = Wording.of(RollBack.class);

    private final ReleaseTable releases;
    private final DraftFiles files;
    private final ReleaseDefinitionTable definitions;
    private final ReleaseEventTable events;
    private final RollBackCheck check;
    private final Releases current;
    private final CurrentPerson person;
    private final Clock clock;

    RollBack(
            ReleaseTable releases,
            DraftFiles files,
            ReleaseDefinitionTable definitions,
            ReleaseEventTable events,
            RollBackCheck check,
            Releases current,
            CurrentPerson person,
            Clock clock) {
        this.releases = releases;
        this.files = files;
        this.definitions = definitions;
        this.events = events;
        this.check = check;
        this.current = current;
        this.person = person;
        this.clock = clock;
    }

    Release to(int number, String why) {
        person.get().mustHave(Permission.REDESIGN, Permission.APPROVE_RELEASE);
        String words = ReasonCheck.needed("why", why);
        releases.lock();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        ReleaseRow target = releases.find(number).orElseThrow(() -> Releases.none(number));
        int inForce = current.binding(now);
        if (target.state() != State.APPROVED || number == inForce || target.isPending(now)) {
            throw new Conflict(WORDING.text("neverInForce", number));
        }
        String deployment = String.valueOf(target.deploymentId());
        check.mustHaveAll(target);
        String login = person.get().login();
        int back = releases.beginRollBack(target, inForce, WORDING.text("rollBackTitle", number), login, now);
        files.carry(number, back);
        definitions.put(back, definitions.of(number));
        ReleaseRow sealed = releases.find(back).orElseThrow();
        events.note(
                sealed,
                ReleaseEvent.Kind.ROLL_BACK_ASKED,
                words,
                LineDetails.of("to", number).and("deployment", deployment));
        current.changed();
        return current.release(sealed);
    }
}
