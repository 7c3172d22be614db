package org.leadrelay.charter;

import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.Mandate;
import org.leadrelay.charter.CharterEntity.State;
import org.leadrelay.charter.CharterEvent.Kind;
import org.leadrelay.platform.NodeBroadcast;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Taking effect of a version, alone or in one moment with the release of the models that goes with it. Whoever comes last sets
 * both moments in one transaction: the second signature, or the approval of the release. A version's row is locked before the
 * releases are.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class CharterEffect {

    private final Charters charters;
    private final CharterVersions versions;
    private final CharterHistoryTable records;
    private final PairedRelease paired;
    private final NodeBroadcast nodes;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CharterEffect(
            Charters charters,
            CharterVersions versions,
            CharterHistoryTable records,
            PairedRelease paired,
            NodeBroadcast nodes,
            ApplicationEventPublisher events,
            Clock clock) {
        this.charters = charters;
        this.versions = versions;
        this.records = records;
        this.paired = paired;
        this.nodes = nodes;
        this.events = events;
        this.clock = clock;
    }

    /** Nobody else signs, edits or takes back this version before the end of the transaction. */
    public void lock(int version) {
        charters.lock(version);
    }

    /** The same for the draft, if there is one. */
    public void lockDraft() {
        charters.lockOpen(CharterVersions.OPEN);
    }

    /**
     * The release that goes with this version was approved: if both sides have signed, both take effect.
     *
     * @return whether they do
     */
    public boolean releaseApproved(int version) {
        CharterEntity found = charters.lock(version).orElseThrow();
        return found.state() == State.PROPOSED && completeIfSigned(found);
    }

    /**
     * The release that goes with this version will not take effect: what was signed for it is void. A proposed version is a draft
     * again, one that waits for its moment is withdrawn. A draft pins what decides instead of tables that never will, and is
     * given up when it then says nothing new.
     *
     * @param tables as the release was deployed
     */
    public void releaseGone(int version, Collection<PinnedTable> tables) {
        CharterEntity found = charters.lock(version).orElseThrow();
        if (found.state() == State.PROPOSED || found.isScheduled(clock.instant())) {
            takeBack(found);
        }
        if (found.isOpen()) {
            unpin(found, tables);
        }
    }

    /** With the second signature, unless the release still waits for its approval. */
    boolean completeIfSigned(CharterEntity proposed) {
        List<Signature> holding = records.signatures(proposed.version()).stream()
                .filter(Signature::holds)
                .toList();
        if (holding.size() < Mandate.values().length || paired.isAwaited(proposed.version())) {
            return false;
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Instant moment = proposed.agree(
                later(now, paired.chosenFrom(proposed.version())),
                holding.get(holding.size() - 1).recompute());
        charters.flush();
        nodes.tellEveryone(Charter.TOPIC, Integer.toString(proposed.version()));
        paired.takeEffect(proposed.version(), moment);
        return true;
    }

    /** Before it is in force. */
    void withdraw(CharterEntity found) {
        boolean agreed = found.state() == State.SIGNED;
        takeBack(found);
        if (agreed) {
            paired.withdrawn(found.version());
        }
    }

    void discard(CharterEntity draft) {
        draft.discard();
        records.voidSignatures(draft.version());
        charters.flush();
        records.note(draft, Kind.DISCARDED, "");
        paired.discarded(draft.version());
        nobodySigns(draft);
    }

    private void unpin(CharterEntity draft, Collection<PinnedTable> gone) {
        CharterContent binding = versions.inForce().provisions();
        Set<String> decisions = draft.provisions().tables().stream()
                .filter(gone::contains)
                .map(PinnedTable::decision)
                .collect(toSet());
        CharterContent left = draft.provisions()
                .rewriting()
                .tables(tables(draft, binding, decisions))
                .text();
        if (left.equals(binding)) {
            discard(draft);
        } else if (!decisions.isEmpty()) {
            draft.edit(left);
            charters.flush();
            records.note(draft, Kind.EDITED, "");
        }
    }

    /** Those of the draft, but of these decisions those that bind. */
    private static List<PinnedTable> tables(CharterEntity draft, CharterContent binding, Set<String> decisions) {
        return Stream.concat(
                        draft.provisions().tables().stream().filter(each -> !decisions.contains(each.decision())),
                        binding.tables().stream().filter(each -> decisions.contains(each.decision())))
                .toList();
    }

    private void takeBack(CharterEntity found) {
        boolean agreed = found.state() == State.SIGNED;
        found.withdraw(clock.instant());
        if (!agreed) {
            records.voidSignatures(found.version());
        }
        charters.flush();
        nobodySigns(found);
        records.note(found, Kind.WITHDRAWN, "");
        nodes.tellEveryone(Charter.TOPIC, Integer.toString(found.version()));
    }

    private void nobodySigns(CharterEntity version) {
        events.publishEvent(new SignaturesAwaited(version.version(), version.edition(), Set.of()));
    }

    private static Instant later(Instant now, @Nullable Instant chosen) {
        return chosen == null || chosen.isBefore(now) ? now : chosen;
    }
}
