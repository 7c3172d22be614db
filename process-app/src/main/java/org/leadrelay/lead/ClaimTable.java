package org.leadrelay.lead;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Sql;
import org.leadrelay.platform.TextNormalizer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table of {@link LeadClaim}s, one row per lead, fact and value that waits for a decision. */
@Component
class ClaimTable {

    private final JdbcClient jdbc;
    private final Clock clock;

    ClaimTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What a person dismissed once is not asked again; the same value waits once. */
    void add(UUID leadId, FormRule.Typed typed, String origin, Instant at) {
        jdbc.sql("""
            insert into lead_claim (id, lead_id, name, label, typed, known, origin, at)
            select :id, :lead, :name, :label, :typed, :known, :origin, :at
            where not exists (select 1 from lead_claim where lead_id = :lead
                and name = :name and typed = :typed and decision = 'dismissed')
            on conflict (lead_id, name, md5(typed)) where decision is null
                do update set known = excluded.known, at = excluded.at
            """)
                .param("id", UUID.randomUUID())
                .param("lead", leadId)
                .param("name", typed.name())
                .param("label", typed.label())
                .param("typed", typed.value())
                .param("known", typed.known())
                .param("origin", origin)
                .param("at", Sql.time(at))
                .update();
    }

    /** Those that wait and still differ, newest first. */
    List<LeadClaim> open(UUID leadId, Map<String, StoredFact> facts) {
        return jdbc
                .sql("""
                    select * from lead_claim where lead_id = ? and decision is null
                    order by at desc, name, id limit 100
                    """)
                .param(leadId)
                .query((row, any) -> {
                    StoredFact known = facts.get(row.getString("name"));
                    return new LeadClaim(
                            Sql.uuid(row, "id"),
                            row.getString("name"),
                            row.getString("label"),
                            row.getString("typed"),
                            known == null ? null : known.value(),
                            row.getString("known"),
                            row.getString("origin"),
                            Sql.instant(row, "at"));
                })
                .list()
                .stream()
                .filter(each -> !TextNormalizer.same(each.typed(), each.known()))
                .toList();
    }

    /** What a claim says. */
    record Said(String name, String typed, @Nullable String decision) {}

    Optional<Said> find(UUID leadId, UUID claim) {
        return jdbc.sql("select name, typed, decision from lead_claim where id = ? and lead_id = ?")
                .params(claim, leadId)
                .query(Said.class)
                .optional();
    }

    /** False when somebody decided already. */
    boolean decide(UUID claim, String decision, String login) {
        return jdbc.sql("""
            update lead_claim set decision = ?, decided_by = ?, decided_at = ?
            where id = ? and decision is null
            """)
                        .params(decision, login, Sql.time(clock.instant()), claim)
                        .update()
                == 1;
    }

    /** Of a lead that turned out to be the same. */
    void move(UUID from, UUID to) {
        jdbc.sql("""
            delete from lead_claim o using lead_claim s
            where o.lead_id = ? and s.lead_id = ? and o.name = s.name
                and o.typed = s.typed and o.decision is null and s.decision is null
            """).params(from, to).update();
        jdbc.sql("update lead_claim set lead_id = ? where lead_id = ?")
                .params(to, from)
                .update();
    }
}
