package org.leadrelay.lead;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.Actor;
import org.leadrelay.access.Roles;
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

/** What a person decides about two leads that may be one: merge them, or keep them apart. */
@Service
@RetryOnCollision
public class DuplicateDecisions {

    private static final Wording WORDING = Wording.of(DuplicateDecisions.class);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Leads leads;
    private final DuplicateCases cases;
    private final Duplicates duplicates;
    private final LeadCapture captures;
    private final FactTable store;
    private final ClaimTable claims;
    private final Consents consents;
    private final Journeys journeys;
    private final LeadJourney process;
    private final JourneyLog log;

    DuplicateDecisions(
            JdbcClient jdbc,
            Clock clock,
            Leads leads,
            DuplicateCases cases,
            Duplicates duplicates,
            LeadCapture captures,
            FactTable store,
            ClaimTable claims,
            Consents consents,
            Journeys journeys,
            LeadJourney process,
            JourneyLog log) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.leads = leads;
        this.cases = cases;
        this.duplicates = duplicates;
        this.captures = captures;
        this.store = store;
        this.claims = claims;
        this.consents = consents;
        this.journeys = journeys;
        this.process = process;
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
        for (String table : new String[] {
            "lead_identity", "lead_record", "lead_signal", "lead_capture", "lead_consent", "lead_fact_history"
        }) {
            jdbc.sql("update " + table + " set lead_id = ? where lead_id = ?")
                    .params(survivor, other)
                    .update();
        }
        claims.move(other, survivor);
        store.absorb(goesOn, other);
        leads.flush();
        consents.identified(goesOn, ends.contact());
        boolean otherLives = journeys.living(other).isPresent();
        if (otherLives) {
            process.withdraw(other);
        }
        ends.mergeInto(goesOn);
        Waited waiting = waited(open);
        open.merge(survivor, actor.login(), clock.instant());
        cases.flush();
        log.add(survivor, Kind.MERGED, Map.of("lead", other.toString()));
        log.add(other, Kind.MERGED, Map.of("into", survivor.toString()));
        Journey latest = journeys.latest(survivor).orElseThrow();
        if (otherLives && latest.endedAt() != null) {
            process.start(survivor, journeys.next(goesOn, latest, "returned", null));
        }
        capture(waiting, goesOn);
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
        Waited waits = waited(open);
        if (waits != null) {
            if (recordTo == null) {
                throw Invalid.field("recordTo", WORDING.say("recordTo"));
            }
            open.other(recordTo);
        }
        Map<UUID, Lead> both = found.both();
        open.keepApart(actor.login(), clock.instant());
        cases.flush();
        Lead owner = recordTo == null ? null : both.get(recordTo);
        if (owner != null) {
            capture(waits, owner);
        }
    }

    /** The records that waited, with the moment at which the last one came. */
    private record Waited(String records, Instant came) {}

    private static @Nullable Waited waited(DuplicateCaseEntity open) {
        String record = open.waiting();
        return record == null ? null : new Waited(record, open.waitingSince());
    }

    /** What was true when it came is not truer for having waited. */
    private void capture(@Nullable Waited waits, Lead lead) {
        if (waits != null) {
            for (Duplicates.Waiting each : duplicates.read(waits.records())) {
                capture(each, each.came() == null ? waits.came() : each.came(), lead);
            }
        }
    }

    private void capture(Duplicates.Waiting waiting, Instant came, Lead lead) {
        Origin origin = waiting.origin();
        Instant at = waiting.at() == null ? origin.asOf() : waiting.at();
        Capture capture =
                new Capture(waiting.fields(), waiting.attributes(), waiting.statements(), at == null ? came : at);
        captures.join(lead, captures.check(capture, origin).saidAt(waiting.at()));
    }

    /** A case, and its two leads, locked before it as everywhere. */
    private record Open(DuplicateCaseEntity pair, List<Lead> leads) {

        Map<UUID, Lead> both() {
            if (leads.size() < 2) {
                throw new Conflict(WORDING.say("mergedMeanwhile"));
            }
            return leads.stream().collect(Collectors.toMap(Lead::id, lead -> lead));
        }
    }

    private Open open(UUID caseId, Actor actor) {
        actor.mustHave(Roles.MARKETING, Roles.SALES_MANAGER, Roles.ADMINISTRATOR);
        NotFound missing = new NotFound(WORDING.say("noPair", caseId));
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
