package org.leadrelay.charter;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.Mandate;
import org.leadrelay.access.Permission;
import org.leadrelay.charter.CharterEvent.Kind;
import org.leadrelay.platform.Conflict;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.NotFound;
import org.leadrelay.platform.RetryOnCollision;
import org.leadrelay.platform.Wording;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Draft of the next version of the charter; there is at most one. Nothing of it binds anybody before both sides
 * have signed.
 */
@Service
@RetryOnCollision
@Transactional
public class CharterDrafts {

    private static final Wording WORDING = Wording.of(CharterDrafts.class);

    private final Charters charters;
    private final CharterVersions versions;
    private final CharterHistoryTable records;
    private final DraftCheck check;
    private final CharterEffect effect;
    private final CurrentPerson person;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CharterDrafts(
            Charters charters,
            CharterVersions versions,
            CharterHistoryTable records,
            DraftCheck check,
            CharterEffect effect,
            CurrentPerson person,
            ApplicationEventPublisher events,
            Clock clock) {
        this.charters = charters;
        this.versions = versions;
        this.records = records;
        this.check = check;
        this.effect = effect;
        this.person = person;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Begins a draft that says what the version in force says.
     *
     * @throws Conflict when there is a draft, or a signed version waits for its moment
     */
    public CharterVersion begin() {
        mustOwn();
        versions.scheduled().ifPresent(waiting -> {
            throw new Conflict(WORDING.text("scheduled", waiting.version()));
        });
        Optional<CharterVersion> open = versions.draft();
        if (open.isPresent()) {
            throw new Conflict(WORDING.text("oneDraft", open.get().version()));
        }
        int from = versions.inForce().version();
        CharterContent provisions = charters.findById(from).orElseThrow().provisions();
        CharterEntity draft = new CharterEntity(charters.newestVersion() + 1, from, provisions, clock.instant());
        try {
            charters.saveAndFlush(draft);
        } catch (DataIntegrityViolationException e) {
            throw new Conflict(WORDING.text("oneDraft", draft.version()));
        }
        records.note(draft, Kind.DRAFTED, Integer.toString(from));
        return versions.version(draft);
    }

    /**
     * Writes the draft anew. One that was proposed is a draft again, and its signatures are void.
     *
     * @param edition the edition that was read
     * @throws Conflict when somebody saved meanwhile
     * @throws Invalid with every field that is wrong
     */
    public CharterVersion edit(int edition, CharterContent text) {
        mustOwn();
        CharterEntity draft = open(edition);
        CharterContent provisions = text.keeping(draft.provisions());
        check.mustHold(draft.version(), provisions);
        if (!provisions.equals(draft.provisions())) {
            draft.edit(provisions);
            records.voidSignatures(draft.version());
            charters.flush();
            records.note(draft, Kind.EDITED, "");
            awaits(draft, Set.of());
        }
        return versions.version(draft);
    }

    /**
     * Puts the draft before both sides.
     *
     * @param from the moment from which it is to hold; null for the moment of the second signature
     * @throws Invalid when the moment has passed, or the draft says nothing new
     */
    public CharterVersion propose(int edition, @Nullable Instant from) {
        mustOwn();
        CharterEntity draft = open(edition);
        if (draft.state() == CharterEntity.State.PROPOSED) {
            throw new Conflict(WORDING.text("proposedAlready", draft.version()));
        }
        if (from != null && !from.isAfter(clock.instant())) {
            throw Invalid.field("effectiveFrom", WORDING.text("momentPassed"));
        }
        if (draft.provisions().equals(versions.inForce().provisions())) {
            throw new Conflict(WORDING.text("nothingNew"));
        }
        check.mustHold(draft.version(), draft.provisions());
        check.mustFitItsRelease(draft.version(), draft.provisions());
        draft.propose(from);
        charters.flush();
        records.note(draft, Kind.PROPOSED, from == null ? "" : from.toString());
        awaits(draft, Set.of(Mandate.values()));
        return versions.version(draft);
    }

    /** Gives the draft up; what was done to it stays on record. */
    public void discard(int edition) {
        mustOwn();
        CharterEntity draft = open(edition);
        effect.discard(draft);
    }

    private void awaits(CharterEntity draft, Set<Mandate> sides) {
        events.publishEvent(new SignaturesAwaited(draft.version(), draft.edition(), sides));
    }

    private CharterEntity open(int edition) {
        CharterEntity draft =
                charters.lockOpen(CharterVersions.OPEN).orElseThrow(() -> new NotFound(WORDING.text("noDraft")));
        if (draft.edition() != edition) {
            throw new Conflict(WORDING.text("editedMeanwhile"));
        }
        return draft;
    }

    private void mustOwn() {
        person.get().mustHave(Permission.PROPOSE_CHARTER);
    }
}
