package org.leadrelay.charter;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leadrelay.charter.CharterEntity.State;
import org.leadrelay.platform.NotFound;
import org.leadrelay.platform.Wording;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Query of all versions of the charter, by everybody inside. */
@Service
@Transactional(readOnly = true)
public class CharterVersions {

    static final Set<State> OPEN = Set.of(State.DRAFT, State.PROPOSED);

    private static final Wording WORDING = Wording.of(CharterVersions.class);

    private final Charters charters;
    private final CharterHistoryTable records;
    private final Clock clock;

    CharterVersions(Charters charters, CharterHistoryTable records, Clock clock) {
        this.charters = charters;
        this.records = records;
        this.clock = clock;
    }

    /** Newest first, discarded drafts included. */
    public List<CharterVersion> all() {
        int binding = binding();
        return charters.findAllByOrderByVersionDesc().stream()
                .map(each -> version(each, binding))
                .toList();
    }

    /**
     * @throws NotFound when there is no such version
     */
    public CharterVersion version(int version) {
        return charters.findById(version).map(this::version).orElseThrow(() -> none(version));
    }

    public CharterVersion inForce() {
        return version(binding());
    }

    /** The draft, proposed or not; empty when nobody began one. */
    public Optional<CharterVersion> draft() {
        return charters.findFirstByStateIn(OPEN).map(this::version);
    }

    /** What both have signed and is yet to take effect. */
    public Optional<CharterVersion> scheduled() {
        return charters.findFirstByStateAndInForceFromGreaterThanOrderByInForceFrom(State.SIGNED, clock.instant())
                .map(this::version);
    }

    /** What happened to a version, oldest first. */
    public List<CharterEvent> events(int version) {
        return records.events(version);
    }

    /** The next moment after this one at which a version takes effect that moves promises. */
    public Optional<Instant> nextToRecompute(Instant after) {
        return charters.nextToRecompute(State.SIGNED, after);
    }

    /**
     * What a version says, with the moment from which it holds; of one that both are yet to sign,
     * the moment it would hold from if they did so now.
     *
     * @throws NotFound when there is no such version
     */
    public CharterTerms terms(int version) {
        CharterEntity found = charters.findById(version).orElseThrow(() -> none(version));
        Instant signed = found.inForceFrom();
        return CharterTerms.of(
                version,
                signed == null ? chosenOrNow(found.effectiveFrom()) : signed,
                found.recompute(),
                found.provisions());
    }

    /**
     * The id of the calendar that a version names.
     *
     * @throws NotFound when there is no such version
     */
    public String calendarOf(int version) {
        return charters.calendarOf(version).orElseThrow(() -> none(version));
    }

    private Instant chosenOrNow(@Nullable Instant chosen) {
        Instant now = clock.instant();
        return chosen == null || chosen.isBefore(now) ? now : chosen;
    }

    /** Versions that have taken effect and whose running promises are still to be counted anew. */
    public List<CharterTerms> toRecompute() {
        return charters.toRecompute(State.SIGNED, clock.instant()).stream()
                .map(each -> charters.findById(each).orElseThrow().terms())
                .toList();
    }

    /** All running promises that it was to move are moved. */
    @Transactional
    public void recomputed(int version, long moved) {
        CharterEntity found = charters.lock(version).orElseThrow(() -> none(version));
        if (found.recomputedAt() == null) {
            found.recomputed(clock.instant());
            records.note(version, CharterEvent.Kind.RECOMPUTED, Long.toString(moved));
        }
    }

    CharterVersion version(CharterEntity found) {
        return version(found, binding());
    }

    /** Reads past the cache: the cached version is the one before the change at hand. */
    private int binding() {
        return charters.findFirstByStateAndInForceFromLessThanEqualOrderByInForceFromDescVersionDesc(
                        State.SIGNED, clock.instant())
                .map(CharterEntity::version)
                .orElse(0);
    }

    private CharterVersion version(CharterEntity found, int binding) {
        int version = found.version();
        return new CharterVersion(
                version,
                stage(found, binding),
                found.edition(),
                found.madeAt(),
                found.basedOn(),
                found.effectiveFrom(),
                found.inForceFrom(),
                found.recompute(),
                found.recomputedAt(),
                found.hash(),
                records.signatures(version),
                records.authors(version),
                found.provisions());
    }

    private VersionStage stage(CharterEntity found, int binding) {
        return switch (found.state()) {
            case DRAFT -> VersionStage.DRAFT;
            case PROPOSED -> VersionStage.PROPOSED;
            case WITHDRAWN -> VersionStage.WITHDRAWN;
            case DISCARDED -> VersionStage.DISCARDED;
            case SIGNED ->
                found.isScheduled(clock.instant())
                        ? VersionStage.SCHEDULED
                        : found.version() == binding ? VersionStage.IN_FORCE : VersionStage.PAST;
        };
    }

    private static NotFound none(int version) {
        return new NotFound(WORDING.text("noVersion", version));
    }
}
