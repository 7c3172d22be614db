package org.leadrelay.lead;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.Actor;
import org.leadrelay.access.Roles;
import org.leadrelay.platform.Conflict;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a person decides about two leads that may be one: merge them, or keep them apart. */
@Service
public class DuplicateDecisions {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Duplicates duplicates;
    private final LeadCapture captures;
    private final FactStore store;
    private final Journeys journeys;
    private final LeadJourney process;
    private final Story story;

    DuplicateDecisions(
            JdbcClient jdbc,
            Clock clock,
            Duplicates duplicates,
            LeadCapture captures,
            FactStore store,
            Journeys journeys,
            LeadJourney process,
            Story story) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.duplicates = duplicates;
        this.captures = captures;
        this.store = store;
        this.journeys = journeys;
        this.process = process;
        this.story = story;
    }

    private record Open(DuplicateCase found, @Nullable String waiting) {}

    /**
     * They are one: the other lead's facts, captures, signals and consents go to the survivor, the
     * other one's living journey ends withdrawn, and what waited is captured.
     *
     * @throws Conflict when somebody decided already
     */
    @Transactional
    public UUID merge(UUID caseId, UUID survivor, Actor actor) {
        Open open = open(caseId, actor);
        UUID other = other(open.found(), survivor);
        lockBoth(open.found());
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
        store.refresh(survivor);
        boolean otherLives = journeys.living(other).isPresent();
        if (otherLives) {
            process.withdraw(other);
        }
        jdbc.sql("update lead set merged_into = ? where id = ?").params(survivor, other).update();
        decided(caseId, "merged", survivor, actor);
        story.tell(survivor, "merged", Map.of("lead", other.toString()));
        story.tell(other, "merged", Map.of("into", survivor.toString()));
        Optional<Journey> latest = journeys.latest(survivor);
        if (otherLives && latest.isPresent() && latest.get().endedAt() != null) {
            process.start(survivor, journeys.begin(survivor, latest.get(), "returned", null));
        }
        capture(open, survivor);
        return survivor;
    }

    /**
     * They are two people: what waited goes to the one named.
     *
     * @param recordTo whose record it was; may be left out when none waits
     */
    @Transactional
    public void keepApart(UUID caseId, @Nullable UUID recordTo, Actor actor) {
        Open open = open(caseId, actor);
        if (open.waiting() != null) {
            if (recordTo == null) {
                throw Invalid.field(
                        "recordTo", "A record waits.", "Name the lead that it belongs to.");
            }
            other(open.found(), recordTo);
        }
        lockBoth(open.found());
        decided(caseId, "apart", null, actor);
        if (recordTo != null) {
            capture(open, recordTo);
        }
    }

    private void capture(Open open, UUID leadId) {
        if (open.waiting() != null) {
            Duplicates.Waiting waiting = duplicates.read(open.waiting());
            Capture capture =
                    new Capture(waiting.fields(), waiting.attributes(), waiting.statements(), null);
            captures.join(leadId, captures.check(capture, waiting.origin()));
        }
    }

    private Open open(UUID caseId, Actor actor) {
        actor.mustHave(Roles.MARKETING, Roles.SALES_MANAGER, Roles.ADMINISTRATOR);
        Open open =
                jdbc.sql("select * from duplicate_case where id = ? for update")
                        .param(caseId)
                        .query(
                                (row, any) ->
                                        new Open(
                                                DuplicateCase.read(row, any),
                                                row.getString("capture")))
                        .optional()
                        .orElseThrow(
                                () -> new NotFound("There is no such pair of leads: " + caseId));
        if (!open.found().state().equals("open")) {
            throw new Conflict("Somebody has decided this already: " + open.found().state() + ".");
        }
        return open;
    }

    private static UUID other(DuplicateCase found, UUID one) {
        if (one.equals(found.leadA())) {
            return found.leadB();
        }
        if (one.equals(found.leadB())) {
            return found.leadA();
        }
        throw Invalid.field(
                "survivor",
                "This lead is not one of the two.",
                "Name %s or %s.".formatted(found.leadA(), found.leadB()));
    }

    private void lockBoth(DuplicateCase found) {
        boolean both =
                jdbc.sql(
                                        """
                                        select id from lead where id in (?, ?)
                                        and merged_into is null order by id for update
                                        """)
                                .params(found.leadA(), found.leadB())
                                .query(UUID.class)
                                .list()
                                .size()
                        == 2;
        if (!both) {
            throw new Conflict("One of the two has been merged into another lead meanwhile.");
        }
    }

    private void decided(UUID caseId, String state, @Nullable UUID survivor, Actor actor) {
        jdbc.sql(
                        """
                        update duplicate_case set state = ?, survivor = ?, decided_at = ?,
                            decided_by = ?, capture = null
                        where id = ?
                        """)
                .params(state, survivor, Sql.time(clock.instant()), actor.login(), caseId)
                .update();
    }
}
