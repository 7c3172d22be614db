package org.leadrelay.worklist;

import static java.util.stream.Collectors.groupingBy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.leadrelay.journal.Kind;
import org.leadrelay.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Queries of who did what in leads' present journeys, from the journey log and the promise ledger. */
@Repository
class CaseLineQueries {

    private static final String[] KINDS =
            InvolvementRule.KINDS.stream().map(Kind::code).toArray(String[]::new);

    private final JdbcClient jdbc;

    CaseLineQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The lines of each lead in the order in which it happened; none of a lead without any. A journey that goes on where one
     * was won by mistake is the same case.
     */
    Map<UUID, List<CaseLine>> of(Collection<UUID> leads) {
        return jdbc
                .sql("""
                    with present as (
                        select j.lead_id, max(j.lap_since) as lap_since,
                            date_trunc('milliseconds', min(j.started_at)) as since
                        from journey j
                        where j.lead_id = any(:leads) and j.number >= (
                            select max(b.number) from journey b
                            where b.lead_id = j.lead_id and b.cause <> 'winTakenBack')
                        group by j.lead_id)
                    select l.lead_id, l.seq, l.at, l.kind,
                        coalesce(l.person, r.login, 'erased:' || l.person_ref) as person, coalesce(i.role, d.role) as role,
                        l.element_id as step, l.element_name as step_name,
                        l.details::jsonb ->> 'outcome' as outcome,
                        coalesce(g.login, case when l.format >= 3 then 'erased:' else '' end
                            || coalesce(l.details::jsonb ->> 'to', l.details::jsonb ->> 'assignee')) as given_to,
                        l.details::jsonb ?? 'lead' or l.details::jsonb ?? 'into' as decided,
                        coalesce(l.at < j.lap_since, false) as earlier
                    from present j
                    join journey_log l on l.lead_id = j.lead_id and l.at >= j.since and l.kind = any(:kinds)
                    left join person_ref r on r.ref = l.person_ref
                    left join person_ref g on l.format >= 3
                        and g.ref::text = coalesce(l.details::jsonb ->> 'to', l.details::jsonb ->> 'assignee')
                    left join task_item i on i.task_id = l.details::jsonb ->> 'task'
                    left join task_done d on d.task_id = l.details::jsonb ->> 'task'
                    union all
                    select p.lead_id, null, p.due_at, 'promise-broken', coalesce(p.holder, t.assignee), p.role,
                        p.element, t.name, null, null, false, coalesce(p.due_at < j.lap_since, false)
                    from present j
                    join promise p on p.lead_id = j.lead_id and p.state = 'broken' and p.opened_at >= j.since
                    left join task_item t on p.ended_at is null and t.lead_id = p.lead_id and t.step = p.element
                    where coalesce(p.holder, t.assignee) is not null
                    order by lead_id, at, seq
                    """)
                .param("leads", leads.toArray(UUID[]::new))
                .param("kinds", KINDS)
                .query((row, number) -> line(row))
                .list()
                .stream()
                .collect(groupingBy(CaseLine::leadId));
    }

    private static CaseLine line(ResultSet row) throws SQLException {
        return new CaseLine(
                row.getObject("lead_id", UUID.class),
                Sql.instant(row, "at"),
                Kind.ofCode(row.getString("kind")),
                row.getString("person"),
                row.getString("role"),
                row.getString("step"),
                row.getString("step_name"),
                row.getString("outcome"),
                row.getString("given_to"),
                row.getBoolean("decided"),
                row.getBoolean("earlier"));
    }
}
