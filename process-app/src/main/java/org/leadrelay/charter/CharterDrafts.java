package org.leadrelay.charter;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.Roles;
import org.leadrelay.charter.CharterEvent.Kind;
import org.leadrelay.platform.Conflict;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.NotFound;
import org.leadrelay.platform.RetryOnCollision;
import org.leadrelay.platform.Wording;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one draft of the next version, which process owners write. Nothing of it binds anybody before
 * both sides have signed.
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
    private final Charter charter;
    private final CurrentPerson person;
    private final Clock clock;

    CharterDrafts(
            Charters charters,
            CharterVersions versions,
            CharterHistoryTable records,
            DraftCheck check,
            Charter charter,
            CurrentPerson person,
            Clock clock) {
        this.charters = charters;
        this.versions = versions;
        this.records = records;
        this.check = check;
        this.charter = charter;
        this.person = person;
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
            throw new Conflict(WORDING.say("scheduled", waiting.version()));
        });
        var open = versions.draft();
        if (open.isPresent()) {
            throw new Conflict(WORDING.say("oneDraft", open.get().version()));
        }
        int from = charter.current().version();
        var provisions = charters.findById(from).orElseThrow().provisions();
        var draft = new CharterEntity(charters.newestVersion() + 1, from, provisions, clock.instant());
        try {
            charters.saveAndFlush(draft);
        } catch (DataIntegrityViolationException e) {
            throw new Conflict(WORDING.say("oneDraft", draft.version()));
        }
        records.note(draft.version(), Kind.DRAFTED, Integer.toString(from));
        return versions.version(draft);
    }

    /**
     * Writes the draft anew. One that was proposed is a draft again, and its signatures are void.
     *
     * @param edition the edition that was read
     * @throws Conflict when somebody saved meanwhile
     * @throws Invalid with every field that is wrong
     */
    public CharterVersion edit(int edition, CharterContent provisions) {
        mustOwn();
        var draft = open(edition);
        check.mustHold(provisions);
        if (!provisions.equals(draft.provisions())) {
            draft.edit(provisions);
            records.voidSignatures(draft.version());
            charters.flush();
            records.note(draft.version(), Kind.EDITED, "");
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
        var draft = open(edition);
        if (draft.state() == CharterEntity.State.PROPOSED) {
            throw new Conflict(WORDING.say("proposedAlready", draft.version()));
        }
        if (from != null && !from.isAfter(clock.instant())) {
            throw Invalid.field("effectiveFrom", WORDING.say("momentPassed"));
        }
        if (draft.provisions().equals(versions.inForce().provisions())) {
            throw new Conflict(WORDING.say("nothingNew"));
        }
        check.mustHold(draft.provisions());
        draft.propose(from);
        charters.flush();
        records.note(draft.version(), Kind.PROPOSED, from == null ? "" : from.toString());
        return versions.version(draft);
    }

    /** Gives the draft up; what was done to it stays on record. */
    public void discard(int edition) {
        mustOwn();
        var draft = open(edition);
        draft.discard();
        records.voidSignatures(draft.version());
        charters.flush();
        records.note(draft.version(), Kind.DISCARDED, "");
    }

    private CharterEntity open(int edition) {
        var draft = charters.lockOpen(CharterVersions.OPEN).orElseThrow(() -> new NotFound(WORDING.say("noDraft")));
        if (draft.edition() != edition) {
            throw new Conflict(WORDING.say("editedMeanwhile"));
        }
        return draft;
    }

    private void mustOwn() {
        person.get().mustHave(Roles.PROCESS_OWNER);
    }
}
