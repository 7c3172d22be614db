package org.leadrelay.charter;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.leadrelay.access.Actor;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.Mandate;
import org.leadrelay.access.Mandates;
import org.leadrelay.access.Permission;
import org.leadrelay.charter.CharterEntity.State;
import org.leadrelay.charter.CharterEvent.Kind;
import org.leadrelay.platform.Conflict;
import org.leadrelay.platform.Forbidden;
import org.leadrelay.platform.NodeBroadcast;
import org.leadrelay.platform.NotFound;
import org.leadrelay.platform.RetryOnCollision;
import org.leadrelay.platform.Wording;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Signing of the charter by both sides (four-eyes principle). The head of each side or a deputy signs, never one
 * person for both, and nobody who wrote a word of it. The row of the version is locked first, so two who sign at
 * once sign one after the other.
 */
@Service
@RetryOnCollision
@Transactional
public class SignOff {

    private static final Wording WORDING = Wording.of(SignOff.class);

    private final Charters charters;
    private final CharterVersions versions;
    private final CharterHistoryTable records;
    private final Mandates mandates;
    private final CurrentPerson person;
    private final NodeBroadcast nodes;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SignOff(
            Charters charters,
            CharterVersions versions,
            CharterHistoryTable records,
            Mandates mandates,
            CurrentPerson person,
            NodeBroadcast nodes,
            ApplicationEventPublisher events,
            Clock clock) {
        this.charters = charters;
        this.versions = versions;
        this.records = records;
        this.mandates = mandates;
        this.person = person;
        this.nodes = nodes;
        this.events = events;
        this.clock = clock;
    }

    /**
     * For which sides the person of this request could sign the proposed version now. Empty when
     * none is proposed, when they wrote it, or when they or the side have signed.
     */
    @Transactional(readOnly = true)
    public List<Mandate> open() {
        Optional<CharterVersion> proposed = versions.draft().filter(each -> each.stage() == VersionStage.PROPOSED);
        String login = person.get().login();
        if (proposed.isEmpty() || proposed.get().authors().contains(login)) {
            return List.of();
        }
        CharterVersion version = proposed.get();
        boolean signed = version.signatures().stream()
                .anyMatch(each -> each.holds() && each.person().equals(login));
        return signed
                ? List.of()
                : mandates.heldBy(login).stream()
                        .filter(each -> version.signature(each).isEmpty())
                        .toList();
    }

    /**
     * For which sides the person of this request could sign the charter in force: only the one that came with the
     * product binds before it is signed. Empty when it is signed, or the person may not.
     */
    @Transactional(readOnly = true)
    public List<Mandate> openInForce() {
        CharterVersion inForce = versions.inForce();
        String login = person.get().login();
        boolean signed = inForce.signatures().stream()
                .anyMatch(each -> each.holds() && each.person().equals(login));
        return inForce.basedOn() != null || signed
                ? List.of()
                : mandates.heldBy(login).stream()
                        .filter(each -> inForce.signature(each).isEmpty())
                        .toList();
    }

    /** The version that the person of this request could sign now; empty when there is none. */
    @Transactional(readOnly = true)
    public Optional<Integer> toSign() {
        // Asked at every change of an inbox, and most people sign nothing: the charter is not read for them.
        if (mandates.heldBy(person.get().login()).isEmpty()) {
            return Optional.empty();
        }
        if (!open().isEmpty()) {
            return versions.draft().map(CharterVersion::version);
        }
        return openInForce().isEmpty()
                ? Optional.empty()
                : Optional.of(versions.inForce().version());
    }

    /**
     * Signs for one side. With the second signature the version takes effect at its moment, or at
     * once when that has passed.
     *
     * @param contentHash what the signer has read: nobody signs what changed behind their back
     * @param recompute whether promises that run at that moment are counted anew; the second
     *     signer's word counts
     */
    public CharterVersion sign(int version, Mandate mandate, String contentHash, boolean recompute) {
        CharterEntity proposed = lock(version);
        String login = person.get().login();
        Mandates.Mandated held = mandates.of(mandate);
        if (!held.isHeldBy(login)) {
            throw new Forbidden(WORDING.text("noMandate", WORDING.text(mandate.code())));
        }
        boolean shipped = isShipped(proposed);
        if (proposed.state() != State.PROPOSED && !shipped) {
            throw new Conflict(WORDING.text("notProposed", version));
        }
        if (records.authors(version).contains(login)) {
            throw new Forbidden(WORDING.text("ownWork"));
        }
        for (Signature signature : holding(version)) {
            if (signature.mandate() == mandate) {
                throw new Conflict(WORDING.text("signedAlready", WORDING.text(mandate.code())));
            }
            if (signature.person().equals(login)) {
                throw new Forbidden(WORDING.text("neverBoth"));
            }
        }
        if (!proposed.hash().equals(contentHash)) {
            throw new Conflict(WORDING.text("otherText"));
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        records.sign(
                version,
                new Signature(mandate, login, !login.equals(held.holder()), now, contentHash, recompute, null));
        if (!shipped && holding(version).size() == Mandate.values().length) {
            proposed.agree(now, recompute);
            charters.flush();
            nodes.tellEveryone(Charter.TOPIC, Integer.toString(version));
        }
        events.publishEvent(new SignaturesAwaited(version, proposed.edition(), missing(version)));
        return versions.version(proposed);
    }

    /**
     * Takes a version back before it is in force: a proposed one is a draft again, a signed one
     * stays on record as withdrawn. For whoever may propose and whoever may sign.
     */
    public CharterVersion withdraw(int version) {
        Actor actor = person.get();
        if (mandates.heldBy(actor.login()).isEmpty()) {
            actor.mustHave(Permission.PROPOSE_CHARTER);
        }
        CharterEntity found = lock(version);
        Instant now = clock.instant();
        if (found.state() != State.PROPOSED && !found.isScheduled(now)) {
            throw new Conflict(WORDING.text("notWithdrawable", version));
        }
        boolean agreed = found.state() == State.SIGNED;
        found.withdraw(now);
        if (!agreed) {
            records.voidSignatures(version);
        }
        charters.flush();
        events.publishEvent(new SignaturesAwaited(version, found.edition(), Set.of()));
        records.note(found, Kind.WITHDRAWN, "");
        nodes.tellEveryone(Charter.TOPIC, Integer.toString(version));
        return versions.version(found);
    }

    /** The sides that have not signed. */
    private Set<Mandate> missing(int version) {
        Set<Mandate> missing = EnumSet.allOf(Mandate.class);
        holding(version).forEach(each -> missing.remove(each.mandate()));
        return missing;
    }

    /** The charter that came with the product binds without signatures; both sides may put theirs under it. */
    private boolean isShipped(CharterEntity version) {
        return version.state() == State.SIGNED
                && version.basedOn() == null
                && version.version() == versions.inForce().version();
    }

    private List<Signature> holding(int version) {
        return records.signatures(version).stream().filter(Signature::holds).toList();
    }

    private CharterEntity lock(int version) {
        return charters.lock(version).orElseThrow(() -> new NotFound(WORDING.text("noVersion", version)));
    }
}
