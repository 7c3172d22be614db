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
import org.leadrelay.platform.Conflict;
import org.leadrelay.platform.Forbidden;
import org.leadrelay.platform.NotFound;
import org.leadrelay.platform.RetryOnCollision;
import org.leadrelay.platform.Wording;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
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
    private final CharterEffect effect;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SignOff(
            Charters charters,
            CharterVersions versions,
            CharterHistoryTable records,
            Mandates mandates,
            CurrentPerson person,
            CharterEffect effect,
            ApplicationEventPublisher events,
            Clock clock) {
        this.charters = charters;
        this.versions = versions;
        this.records = records;
        this.mandates = mandates;
        this.person = person;
        this.effect = effect;
        this.events = events;
        this.clock = clock;
    }

    /**
     * For which sides the person of this request could sign the proposed version now. Empty when
     * none is proposed, when they wrote it, or when they or the side have signed.
     */
    @Transactional(readOnly = true)
    public List<Mandate> open() {
        String login = person.get().login();
        return proposed(login)
                .map(version -> open(version, login, mandates.heldBy(login)))
                .orElse(List.of());
    }

    /**
     * For which sides the person of this request could sign the charter in force: only the one that came with the
     * product binds before it is signed. Empty when it is signed, or the person may not.
     */
    @Transactional(readOnly = true)
    public List<Mandate> openInForce() {
        String login = person.get().login();
        return shipped()
                .map(version -> open(version, login, mandates.heldBy(login)))
                .orElse(List.of());
    }

    /** The version that the person of this request could sign now; empty when there is none. */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public Optional<Integer> toSign() {
        // Asked at every change of an inbox: most people sign nothing, and of the charter no word is read.
        String login = person.get().login();
        List<Mandate> held = mandates.heldBy(login);
        if (held.isEmpty()) {
            return Optional.empty();
        }
        return proposed(login)
                .filter(version -> !open(version, login, held).isEmpty())
                .or(() ->
                        shipped().filter(version -> !open(version, login, held).isEmpty()));
    }

    /** The proposed version, unless this person wrote a word of it. */
    private Optional<Integer> proposed(String login) {
        return charters.versionIn(State.PROPOSED)
                .filter(version -> !records.authors(version).contains(login));
    }

    private Optional<Integer> shipped() {
        return charters.shipped(State.SIGNED, clock.instant());
    }

    /** Of the sides for which this person may sign, those that have not; none once the person has signed. */
    private List<Mandate> open(int version, String login, List<Mandate> held) {
        List<Signature> holding = holding(version);
        return holding.stream().anyMatch(each -> each.person().equals(login))
                ? List.of()
                : held.stream()
                        .filter(each -> holding.stream().noneMatch(signature -> signature.mandate() == each))
                        .toList();
    }

    /**
     * Signs for one side. With the second signature the version takes effect at its moment, or at
     * once when that has passed; where a release of the models goes with it, when that is approved too.
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
        if (!shipped) {
            effect.completeIfSigned(proposed);
        }
        events.publishEvent(new SignaturesAwaited(version, proposed.edition(), missing(version)));
        return versions.version(proposed);
    }

    /**
     * Takes a version back before it is in force: a proposed one is a draft again, a signed one
     * stays on record as withdrawn, and a release of the models that goes with it, too. For whoever may propose and
     * whoever may sign.
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
        effect.withdraw(found);
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
        return shipped().filter(shipped -> shipped == version.version()).isPresent();
    }

    private List<Signature> holding(int version) {
        return records.signatures(version).stream().filter(Signature::holds).toList();
    }

    private CharterEntity lock(int version) {
        return charters.lock(version).orElseThrow(() -> new NotFound(WORDING.text("noVersion", version)));
    }
}
