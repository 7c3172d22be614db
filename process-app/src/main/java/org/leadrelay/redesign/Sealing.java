package org.leadrelay.redesign;

import java.util.List;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.Permission;
import org.leadrelay.journal.LineDetails;
import org.leadrelay.platform.Conflict;
import org.leadrelay.platform.Wording;
import org.leadrelay.redesign.ReleaseRow.State;
import org.leadrelay.redesign.gate.Finding;
import org.springframework.stereotype.Component;

/** Sealing of the candidate: refused by the gate or fixed by its hash and deployed, which changes nothing for leads. */
@Component
class Sealing {

    private static final Wording WORDING = Wording.of(Sealing.class);

    private final ReleaseTable releases;
    private final DraftFiles files;
    private final ReleaseChecks checks;
    private final ReleaseDeployment deployment;
    private final CharterNeed charter;
    private final ReleaseEventTable events;
    private final Releases current;
    private final CurrentPerson person;

    Sealing(
            ReleaseTable releases,
            DraftFiles files,
            ReleaseChecks checks,
            ReleaseDeployment deployment,
            CharterNeed charter,
            ReleaseEventTable events,
            Releases current,
            CurrentPerson person) {
        this.releases = releases;
        this.files = files;
        this.checks = checks;
        this.deployment = deployment;
        this.charter = charter;
        this.events = events;
        this.current = current;
        this.person = person;
    }

    Release seal(int number, int edition, String title) {
        person.get().mustHave(Permission.REDESIGN);
        String said = ReasonCheck.title(title);
        charter.lock();
        releases.lock();
        ReleaseRow draft = releases.find(number).orElseThrow(() -> Releases.none(number));
        mustBeSealable(draft, edition);
        List<Finding> found = checks.now(number);
        ReleaseChecks.mustPass(number, found);
        String deployed = deployment.deploy(draft, said);
        checks.keep(number, found);
        ReleaseRow sealed = charter.pairIfNeeded(find(number));
        events.note(
                sealed,
                ReleaseEvent.Kind.SEALED,
                said,
                LineDetails.of("deployment", deployed).and("charter", sealed.charterVersion()));
        current.changed();
        return current.release(sealed);
    }

    Release pair(int number) {
        person.get().mustHave(Permission.REDESIGN);
        charter.lock();
        releases.lock();
        ReleaseRow release = releases.find(number).orElseThrow(() -> Releases.none(number));
        boolean waits =
                release.state() == State.SEALED || (release.state() == State.APPROVED && release.inForceFrom() == null);
        if (!waits || !release.needsCharter() || release.charterVersion() != null) {
            throw new Conflict(WORDING.text("needsNoCharter", number));
        }
        ReleaseRow paired = charter.pairIfNeeded(release);
        events.note(paired, ReleaseEvent.Kind.PAIRED, "", LineDetails.of("charter", paired.charterVersion()));
        current.changed();
        return current.release(paired);
    }

    private void mustBeSealable(ReleaseRow draft, int edition) {
        int number = draft.number();
        if (draft.state() != State.DRAFT) {
            throw new Conflict(WORDING.text("notDraft", number));
        }
        if (draft.edition() != edition) {
            throw new Conflict(WORDING.text(
                    "editedMeanwhile",
                    number,
                    String.join(", ", events.othersSince(number, person.get().login(), edition))));
        }
        if (!current.isBase(draft)) {
            throw new Conflict(WORDING.text("draftBaseMoved", number, draft.base()));
        }
        if (draft.contentHash().equals(ReleaseHash.of(files.ofBase(draft).values()))) {
            throw new Conflict(WORDING.text("nothingNew", number));
        }
    }

    private ReleaseRow find(int number) {
        return releases.find(number).orElseThrow();
    }
}
