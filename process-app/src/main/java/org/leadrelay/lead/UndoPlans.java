package org.leadrelay.lead;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.lead.UndoPlan.Obstacle;
import org.leadrelay.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Planning of an import's undo: what it may do to each lead. */
@Component
class UndoPlans {

    private final JdbcClient jdbc;
    private final LeadWorkQueries work;
    private final UndoFacts facts;

    UndoPlans(JdbcClient jdbc, LeadWorkQueries work, UndoFacts facts) {
        this.jdbc = jdbc;
        this.work = work;
        this.facts = facts;
    }

    /** A plan with the picture of the facts that it leaves behind. */
    record Drawn(UndoPlan plan, UndoFacts.FactHistory past) {}

    /** How a lead stands. */
    private record Standing(UUID id, boolean merged, long captures, boolean waits) {}

    /** What an import said about reaching a lead. */
    private record Said(boolean objection, boolean consent) {}

    List<Drawn> of(UndoScope scope, List<ImportedLead> leads) {
        List<UUID> ids = leads.stream().map(ImportedLead::leadId).toList();
        Map<UUID, Standing> standing = standing(ids, scope);
        Map<UUID, Said> said = said(ids, scope);
        Map<UUID, String> worked = work.since(ids, scope.from(), scope);
        Map<UUID, UndoFacts.FactHistory> past = facts.past(ids, scope);
        List<Drawn> drawn = new ArrayList<>();
        for (ImportedLead each : leads) {
            UUID id = each.leadId();
            Standing stands = Objects.requireNonNull(standing.get(id));
            UndoFacts.FactHistory before = Objects.requireNonNull(past.get(id));
            Obstacle obstacle = obstacle(each, stands, worked.get(id));
            boolean withdraw = (each.created() || each.returned()) && obstacle == null;
            List<FactChange> changes = each.created() || stands.merged() ? List.of() : each.changes();
            Said spoken = said.getOrDefault(id, new Said(false, false));
            drawn.add(new Drawn(
                    new UndoPlan(
                            id,
                            withdraw,
                            each.created() || each.returned() || stands.merged() ? obstacle : null,
                            UndoFacts.plan(before, changes, scope),
                            spoken.objection(),
                            spoken.consent() && !(withdraw && each.created())),
                    before));
        }
        return drawn;
    }

    private static @Nullable Obstacle obstacle(ImportedLead lead, Standing stands, @Nullable String worked) {
        if (stands.merged()) {
            return Obstacle.MERGED;
        }
        if (worked != null) {
            return switch (worked) {
                case "fact-corrected" -> Obstacle.CORRECTED;
                case "consent" -> Obstacle.CONSENT;
                case "signal" -> Obstacle.SIGNAL;
                case "comment" -> Obstacle.COMMENTED;
                case "withdrawn", "reopened" -> Obstacle.ENDED;
                default -> Obstacle.WORKED;
            };
        }
        if (stands.waits()) {
            return Obstacle.WAITS;
        }
        if (lead.created() && lead.elsewhere()) {
            return Obstacle.OTHER_IMPORT;
        }
        return stands.captures() > lead.captures() ? Obstacle.OTHER_RECORD : null;
    }

    /** Captures of journeys that began before the import do not count. */
    private Map<UUID, Standing> standing(Collection<UUID> ids, UndoScope scope) {
        Map<UUID, Standing> standing = new HashMap<>();
        jdbc.sql("""
            select l.id, l.merged_into is not null as merged,
                (select count(*) from lead_capture c join journey j on j.id = c.journey_id
                 where c.lead_id = l.id and j.started_at >= ?) as captures,
                exists (select 1 from duplicate_case d where d.state = 'open'
                    and d.capture is not null and l.id in (d.lead_a, d.lead_b)) as waits
            from lead l where l.id = any(?)
            """)
                .params(Sql.time(scope.from()), ids.toArray(UUID[]::new))
                .query(Standing.class)
                .list()
                .forEach(each -> standing.put(each.id(), each));
        return standing;
    }

    private Map<UUID, Said> said(Collection<UUID> ids, UndoScope scope) {
        Map<UUID, Said> said = new HashMap<>();
        jdbc.sql("""
            select lead_id, bool_or(not given) as objection, bool_or(given) as consent
            from lead_consent
            where lead_id = any(?) and source = ? and person = ?
                and recorded_at between ? and ?
            group by lead_id
            """)
                .params(
                        ids.toArray(UUID[]::new),
                        scope.origin(),
                        scope.person(),
                        Sql.time(scope.from()),
                        Sql.time(scope.to()))
                .query(row -> {
                    said.put(
                            Sql.uuid(row, "lead_id"), new Said(row.getBoolean("objection"), row.getBoolean("consent")));
                });
        return said;
    }
}
