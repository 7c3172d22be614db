package org.leadrelay.redesign;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.Permission;
import org.leadrelay.charter.CharterEffect;
import org.leadrelay.journal.LineDetails;
import org.leadrelay.platform.Conflict;
import org.leadrelay.platform.Forbidden;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.Wording;
import org.leadrelay.redesign.ReleaseRow.State;
import org.springframework.stereotype.Component;

/** Decision about a sealed release by a second person. Where a charter goes with it, that row is locked first. */
@Component
class ReleaseDecisions {

    private static final Wording WORDING = Wording.of(ReleaseDecisions.class);

    private final ReleaseTable releases;
    private final ReleaseEventTable events;
    private final ReleaseAuthors authors;
    private final CharterEffect charter;
    private final CharterPair pair;
    private final Releases current;
    private final CurrentPerson person;
    private final Clock clock;

    ReleaseDecisions(
            ReleaseTable releases,
            ReleaseEventTable events,
            ReleaseAuthors authors,
            CharterEffect charter,
            CharterPair pair,
            Releases current,
            CurrentPerson person,
            Clock clock) {
        this.releases = releases;
        this.events = events;
        this.authors = authors;
        this.charter = charter;
        this.pair = pair;
        this.current = current;
        this.person = person;
        this.clock = clock;
    }

    boolean isOpen(int number) {
        ReleaseRow release = find(number);
        return release.state() == State.SEALED
                && person.get().may(Permission.APPROVE_RELEASE)
                && !authors.of(release).contains(person.get().login());
    }

    Set<String> authors(int number) {
        person.get().mustHave(Permission.READ_PROCESS);
        return authors.of(find(number));
    }

    /**
     * @param check of what is about to be approved, before anything takes effect
     */
    Release approve(int number, String contentHash, @Nullable Instant from, Consumer<ReleaseRow> check) {
        person.get().mustHave(Permission.APPROVE_RELEASE);
        ReleaseRow release = lockedSealed(number);
        if (authors.of(release).contains(person.get().login())) {
            throw new Forbidden(WORDING.text("ownWork"));
        }
        if (!release.contentHash().equals(contentHash)) {
            throw new Conflict(WORDING.text("otherContent", number));
        }
        Instant now = now();
        if (from != null && from.isBefore(now)) {
            throw Invalid.field("from", WORDING.text("momentPassed"));
        }
        mustBeNext(release);
        check.accept(release);
        releases.approve(number, person.get().login(), now, from);
        ReleaseRow approved = find(number);
        Integer version = approved.charterVersion();
        events.note(
                approved,
                ReleaseEvent.Kind.APPROVED,
                "",
                LineDetails.of("effectiveFrom", from).and("charter", version));
        if (version == null) {
            pair.takeEffect(approved, from == null ? now : from);
        } else {
            charter.releaseApproved(version);
        }
        current.changed();
        return current.release(find(number));
    }

    Release reject(int number, String why) {
        person.get().mustHave(Permission.APPROVE_RELEASE);
        String words = ReasonCheck.needed("why", why);
        ReleaseRow release = lockedSealed(number);
        releases.decided(number, person.get().login(), now());
        return giveUp(release, State.REJECTED, ReleaseEvent.Kind.REJECTED, words);
    }

    Release withdraw(int number, String why) {
        person.get().mustHave(Permission.REDESIGN, Permission.APPROVE_RELEASE);
        String words = ReasonCheck.needed("why", why);
        ReleaseRow release = locked(number);
        boolean open = release.state() == State.DRAFT || release.state() == State.SEALED;
        if (!open && !release.isPending(clock.instant())) {
            throw new Conflict(WORDING.text("notWithdrawable", number));
        }
        return giveUp(release, State.WITHDRAWN, ReleaseEvent.Kind.WITHDRAWN, words);
    }

    private Release giveUp(ReleaseRow release, State state, ReleaseEvent.Kind kind, String why) {
        Integer version = release.charterVersion();
        releases.giveUp(release.number(), state);
        events.note(release, kind, why, LineDetails.of("charter", version));
        if (version != null) {
            charter.releaseGone(version, pair.deployedWith(release));
        }
        current.changed();
        return current.release(find(release.number()));
    }

    /** Its charter is signed or will be, nothing is undone by it, and no other one waits for its moment. */
    private void mustBeNext(ReleaseRow release) {
        if (release.needsCharter() && release.charterVersion() == null) {
            throw new Conflict(WORDING.text("needsCharter", release.number()));
        }
        if (!current.isBase(release)) {
            throw new Conflict(
                    WORDING.text("baseMoved", release.number(), release.base(), current.binding(clock.instant())));
        }
        releases.pending(clock.instant()).forEach(each -> {
            throw new Conflict(WORDING.text("anotherWaits", each.number()));
        });
    }

    private ReleaseRow lockedSealed(int number) {
        ReleaseRow release = locked(number);
        if (release.state() != State.SEALED) {
            throw new Conflict(WORDING.text("notSealed", number));
        }
        return release;
    }

    private ReleaseRow locked(int number) {
        Integer version = find(number).charterVersion();
        if (version != null) {
            charter.lock(version);
        }
        releases.lock();
        ReleaseRow release = find(number);
        if (!Objects.equals(version, release.charterVersion())) {
            throw new Conflict(WORDING.text("changedMeanwhile", number));
        }
        return release;
    }

    private ReleaseRow find(int number) {
        return releases.find(number).orElseThrow(() -> Releases.none(number));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
