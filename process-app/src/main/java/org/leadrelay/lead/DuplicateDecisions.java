package org.leadrelay.lead;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.Actor;
import org.leadrelay.access.Permission;
import org.leadrelay.journal.JourneyLog;
import org.leadrelay.journal.Kind;
import org.leadrelay.platform.Conflict;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.NotFound;
import org.leadrelay.platform.RetryOnCollision;
import org.leadrelay.platform.Wording;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Duplicate resolution: a person merges two leads, or keeps them apart. */
@Service
@RetryOnCollision
public class DuplicateDecisions {

    private static final Wording WORDING = Wording.of(DuplicateDecisions.class);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Leads leads;
    private final DuplicateCases cases;
    private final MergedRecords records;
    private final CapturedJourneys journeys;
    private final WaitingRecords waitingRecords;
    private final JourneyLog log;

    DuplicateDecisions(
            JdbcClient jdbc,
            Clock clock,
            Leads leads,
            DuplicateCases cases,
            MergedRecords records,
            CapturedJourneys journeys,
            WaitingRecords waitingRecords,
            JourneyLog log) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.leads = leads;
        this.cases = cases;
        this.records = records;
        this.journeys = journeys;
        this.waitingRecords = waitingRecords;
        this.log = log;
    }

    /**
     * They are one: the other lead's facts, captures, signals and consents go to the survivor, the
     * other one's living journey ends withdrawn, and what waited is captured in its order.
     *
     * @throws Conflict when somebody decided already
     */
    @Transactional
    public UUID merge(UUID caseId, UUID survivor, Actor actor) {
        Open found = open(caseId, actor);
        DuplicateCaseEntity open = found.pair();
        UUID other = open.other(survivor);
        Map<UUID, Lead> both = found.both();
        Lead goesOn = Objects.requireNonNull(both.get(survivor));
        Lead ends = Objects.requireNonNull(both.get(other));
        records.move(ends, goesOn);
        boolean otherLives = journeys.withdraw(other);
        ends.mergeInto(goesOn);
        WaitingRecords.Waited waiting = waited(open);
        open.merge(survivor, actor.login(), clock.instant());
        cases.flush();
        log.add(survivor, Kind.MERGED, Map.of("lead", other.toString()));
        log.add(other, Kind.MERGED, Map.of("into", survivor.toString()));
        Journey latest = journeys.latest(survivor);
        if (otherLives && latest.endedAt() != null) {
            journeys.next(goesOn, latest);
            journeys.start(survivor);
        }
        waitingRecords.capture(waiting, goesOn);
        return survivor;
    }

    /**
     * They are two people: what waited goes to the one named.
     *
     * @param recordTo whose record it was; may be left out when none waits
     */
    @Transactional
    public void keepApart(UUID caseId, @Nullable UUID recordTo, Actor actor) {
        Open found = open(caseId, actor);
        DuplicateCaseEntity open = found.pair();
        WaitingRecords.Waited waits = waited(open);
        if (waits != null) {
            if (recordTo == null) {
                throw Invalid.field("recordTo", WORDING.text("recordTo"));
            }
            open.other(recordTo);
        }
        Map<UUID, Lead> both = found.both();
        open.keepApart(actor.login(), clock.instant());
        cases.flush();
        Lead owner = recordTo == null ? null : both.get(recordTo);
        if (owner != null) {
            waitingRecords.capture(waits, owner);
        }
    }

    private static WaitingRecords.@Nullable Waited waited(DuplicateCaseEntity open) {
        String records = open.waiting();
        return records == null ? null : new WaitingRecords.Waited(records, open.waitingSince());
    }

    /** A case, and its two leads, locked before it as everywhere. */
    private record Open(DuplicateCaseEntity pair, List<Lead> leads) {

        Map<UUID, Lead> both() {
            if (leads.size() < 2) {
                throw new Conflict(WORDING.text("mergedMeanwhile"));
            }
            return leads.stream().collect(Collectors.toMap(Lead::id, lead -> lead));
        }
    }

    private Open open(UUID caseId, Actor actor) {
        actor.mustHave(Permission.DECIDE_DUPLICATES);
        NotFound missing = new NotFound(WORDING.text("noPair", caseId));
        List<Lead> both = jdbc.sql("select lead_a, lead_b from duplicate_case where id = ?")
                .param(caseId)
                .query((row, any) -> leads.lockedPair(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                .optional()
                .orElseThrow(() -> missing);
        DuplicateCaseEntity pair = cases.locked(caseId).orElseThrow(() -> missing);
        pair.mustBeOpen();
        return new Open(pair, both);
    }
}
