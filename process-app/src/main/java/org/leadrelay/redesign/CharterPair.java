package org.leadrelay.redesign;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.leadrelay.charter.CharterContent;
import org.leadrelay.charter.ModelElements.Element;
import org.leadrelay.charter.PairedRelease;
import org.leadrelay.charter.PinnedTable;
import org.leadrelay.journal.LineDetails;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.Wording;
import org.springframework.stereotype.Component;

/** Adapter of releases to the charter: what a version does to the release that goes with it. */
@Component
class CharterPair implements PairedRelease {

    private static final Wording WORDING = Wording.of(CharterPair.class);

    private final ReleaseTable releases;
    private final PinnedTables pinned;
    private final ReleaseEventTable events;
    private final Releases current;
    private final Clock clock;

    CharterPair(ReleaseTable releases, PinnedTables pinned, ReleaseEventTable events, Releases current, Clock clock) {
        this.releases = releases;
        this.pinned = pinned;
        this.events = events;
        this.current = current;
        this.clock = clock;
    }

    @Override
    public Optional<Partner> partner(int version) {
        return releases.ofCharter(version)
                .map(each -> new Partner(each.number(), each.state() == ReleaseRow.State.APPROVED));
    }

    @Override
    public Optional<List<Element>> elements(int version) {
        return releases.ofCharter(version).map(each -> pinned.elements(each.number()));
    }

    @Override
    public boolean isAwaited(int version) {
        releases.lock();
        return releases.ofCharter(version)
                .filter(each -> each.state() == ReleaseRow.State.SEALED)
                .isPresent();
    }

    @Override
    public @Nullable Instant chosenFrom(int version) {
        return releases.ofCharter(version).map(ReleaseRow::approvedFrom).orElse(null);
    }

    @Override
    public List<Invalid.Violation> misfits(int version, CharterContent content) {
        Optional<ReleaseRow> release = releases.ofCharter(version);
        if (release.isEmpty()) {
            return List.of();
        }
        int number = release.get().number();
        Map<String, Integer> said = new TreeMap<>();
        content.tables().forEach(each -> said.put(each.decision(), each.tableVersion()));
        List<Invalid.Violation> misfits = new ArrayList<>();
        for (PinnedTable each : pinned.changedBy(release.get())) {
            if (!Integer.valueOf(each.tableVersion()).equals(said.get(each.decision()))) {
                misfits.add(new Invalid.Violation(
                        "tables." + each.decision(),
                        WORDING.text("otherTable", number, each.decision(), each.tableVersion())));
            }
        }
        pinned.clausesReadBy(release.get()).stream()
                .filter(each -> content.clause(each).isEmpty())
                .map(each -> new Invalid.Violation("clauses." + each, WORDING.text("clauseRead", number, each)))
                .forEach(misfits::add);
        return misfits;
    }

    @Override
    public void takeEffect(int version, Instant moment) {
        releases.lock();
        releases.ofCharter(version).ifPresent(each -> takeEffect(each, moment));
    }

    /** Also of one that goes with no charter. */
    void takeEffect(ReleaseRow release, Instant moment) {
        releases.inForceFrom(release.number(), moment);
        if (!moment.isAfter(clock.instant())) {
            events.note(release, ReleaseEvent.Kind.IN_FORCE, "", LineDetails.of("charter", release.charterVersion()));
        }
        current.changed();
    }

    /** Every table of a release in the version that it was deployed as. */
    List<PinnedTable> deployedWith(ReleaseRow release) {
        return pinned.deployedWith(release);
    }

    @Override
    public void withdrawn(int version) {
        releases.lock();
        releases.ofCharter(version).filter(each -> each.inForceFrom() != null).ifPresent(each -> {
            releases.giveUp(each.number(), ReleaseRow.State.WITHDRAWN);
            events.note(
                    each,
                    ReleaseEvent.Kind.WITHDRAWN,
                    WORDING.text("charterWithdrawn", version),
                    LineDetails.of("charter", version));
            current.changed();
        });
    }

    @Override
    public void discarded(int version) {
        releases.lock();
        releases.ofCharter(version).ifPresent(each -> releases.pair(each.number(), null));
    }
}
