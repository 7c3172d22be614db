package org.leadrelay.lead;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.Actor;
import org.leadrelay.access.Roles;
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
    private final FactStore store;
    private final Journeys journeys;
    private final LeadJourney process;
    private final Story story;

    DuplicateDecisions(
            JdbcClient jdbc,
            Clock clock,
            Leads leads,
            DuplicateCases cases,
            Duplicates duplicates,
            LeadCapture captures,
            FactStore store,
            Journeys journeys,
            LeadJourney process,
            Story story) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.leads = leads;
        this.cases = cases;
        this.duplicates = duplicates;
        this.captures = captures;
        this.store = store;
        this.journeys = journeys;
        this.process = process;
        this.story = story;
    }

    /**
     * They are one: the other lead's facts, captures, signals and consents go to the survivor, the
     * other one's living journey ends withdrawn, and what waited is captured.
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
        for (String table :
                new String[] {
                    "lead_identity",
                    "lead_record",
                    "lead_signal",
                    "lead_capture",
                    "lead_consent",
                    "lead_fact_history"
                }) {
            jdbc.sql("update " + table + " set lead_id = ? where lead_id = ?")
                    .params(survivor, other)
                    .update();
        }
        jdbc.sql(
                        """
                        insert into lead_fact (lead_id, name, label, value, position, source, person, at)
                        select ?, name, label, value, position + 1000, source, person, at
                        from lead_fact where lead_id = ? and name <> 'externalId'
                        on conflict do nothing
                        """)
                .params(survivor, other)
                .update();
        jdbc.sql(
                        """
                        insert into lead_fact_history (lead_id, name, label, value, source, person, at,
                            replaced_at, replaced_by, was_current)
                        select ?, o.name, o.label, o.value, o.source, o.person, o.at, ?, 'merge', false
                        from lead_fact o join lead_fact s on s.lead_id = ? and s.name = o.name
                        where o.lead_id = ? and o.value <> s.value
                        """)
                .params(survivor, Sql.time(clock.instant()), survivor, other)
                .update();
        store.refresh(goesOn);
        leads.flush();
        boolean otherLives = journeys.living(other).isPresent();
        if (otherLives) {
            process.withdraw(other);
        }
        ends.mergeInto(goesOn);
        String waiting = open.waiting();
        open.merge(survivor, actor.login(), clock.instant());
        cases.flush();
        story.tell(survivor, "merged", Map.of("lead", other.toString()));
        story.tell(other, "merged", Map.of("into", survivor.toString()));
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
        String waits = open.waiting();
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

    private void capture(@Nullable String waits, Lead lead) {
        if (waits != null) {
            Duplicates.Waiting waiting = duplicates.read(waits);
            Capture capture =
                    new Capture(waiting.fields(), waiting.attributes(), waiting.statements(), null);
            captures.join(lead, captures.check(capture, waiting.origin()));
        }
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
        List<Lead> both =
                jdbc.sql("select lead_a, lead_b from duplicate_case where id = ?")
                        .param(caseId)
                        .query(
                                (row, any) ->
                                        leads.lockedPair(
                                                row.getObject(1, UUID.class),
                                                row.getObject(2, UUID.class)))
                        .optional()
                        .orElseThrow(() -> missing);
        DuplicateCaseEntity pair = cases.locked(caseId).orElseThrow(() -> missing);
        pair.mustBeOpen();
        return new Open(pair, both);
    }
}
