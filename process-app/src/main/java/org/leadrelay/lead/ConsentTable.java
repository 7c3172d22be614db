package org.leadrelay.lead;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.InsertBatch;
import org.leadrelay.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Append-only table of consents and objections. */
@Component
class ConsentTable {

    private final JdbcClient jdbc;
    private final Clock clock;

    ConsentTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** All that was said about a lead, for {@link ConsentRule}. */
    List<ConsentRule.Said> said(UUID leadId) {
        return jdbc.sql("select * from lead_consent where lead_id = ?")
                .param(leadId)
                .query((row, any) -> said(row, row.getString("channel")))
                .list();
    }

    static ConsentRule.Said said(ResultSet row, String channel) throws SQLException {
        return new ConsentRule.Said(
                row.getLong("number"),
                Channel.valueOf(channel),
                row.getBoolean("given"),
                StatementKind.valueOf(row.getString("kind")),
                row.getBoolean("undated") ? null : Sql.instant(row, "at"),
                Sql.instant(row, "recorded_at"),
                "dismissed".equals(row.getString("decision")));
    }

    /** All that was said about leads with a claim to be later than an objection. */
    Map<UUID, List<ConsentRule.Said>> withClaims() {
        Map<UUID, List<ConsentRule.Said>> byLead = new HashMap<>();
        jdbc.sql("""
            select * from lead_consent where lead_id in
                (select c.lead_id from lead_consent c
                 where c.given and c.decision is null
                   and c.kind in ('DATED_CELL', 'DATED_RECORD')
                   and exists (select 1 from lead_consent o where o.lead_id = c.lead_id
                       and o.channel = c.channel and not o.given))
            """).query(row -> {
            byLead.computeIfAbsent(Sql.uuid(row, "lead_id"), any -> new ArrayList<>())
                    .add(said(row, row.getString("channel")));
        });
        return byLead;
    }

    UUID id(long number) {
        return jdbc.sql("select id from lead_consent where number = ?")
                .param(number)
                .query(UUID.class)
                .single();
    }

    /** Newest first, each with what the rule says of it. */
    List<Recorded> recorded(UUID leadId) {
        return jdbc.sql("""
            select * from lead_consent where lead_id = ?
            order by at desc, number desc
            """)
                .param(leadId)
                .query((row, any) -> new Recorded(said(row, row.getString("channel")), view(row)))
                .list();
    }

    /**
     * One row.
     *
     * @param said what counts of it for {@link ConsentRule}
     * @param shown what people read of it, as if it decided
     */
    record Recorded(ConsentRule.Said said, ConsentView shown) {}

    private static ConsentView view(ResultSet row) throws SQLException {
        return new ConsentView(
                Sql.uuid(row, "id"),
                Channel.valueOf(row.getString("channel")),
                row.getBoolean("given"),
                row.getString("purpose"),
                row.getString("basis"),
                row.getString("wording"),
                row.getString("source"),
                row.getString("person"),
                Sql.instant(row, "at"),
                StatementKind.valueOf(row.getString("kind")),
                row.getBoolean("undated"),
                true,
                null);
    }

    /**
     * Keeps a statement.
     *
     * @param at null when it is older than anything said in the product
     */
    void keep(
            UUID leadId,
            Statement said,
            StatementKind kind,
            @Nullable Instant at,
            String source,
            @Nullable String person) {
        Instant now = clock.instant();
        jdbc.sql("""
            insert into lead_consent (id, lead_id, channel, given, purpose, basis,
                wording, source, person, at, undated, recorded_at, kind)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
                .params(
                        UUID.randomUUID(),
                        leadId,
                        said.channel().name(),
                        said.given(),
                        said.purpose(),
                        said.basis(),
                        said.wording(),
                        said.source() == null ? source : said.source(),
                        person,
                        Sql.time(at == null ? now : at),
                        at == null,
                        Sql.time(now),
                        kind.name())
                .update();
    }

    /** Keeps what is declared on channels of which nothing was said about this person. */
    void declare(UUID leadId, List<Statement> statements, String source, @Nullable String person, InsertBatch rows) {
        OffsetDateTime now = Sql.time(clock.instant());
        rows.add(
                """
            insert into lead_consent (id, lead_id, channel, given, purpose, basis,
                wording, source, person, at, recorded_at, kind)
            select gen_random_uuid(), ?, s.channel, s.given, s.purpose, s.basis,
                s.wording, ?, ?, ?, ?, 'DECLARATION'
            from unnest(?::text[], ?::boolean[], ?::text[], ?::text[], ?::text[])
                with ordinality as s (channel, given, purpose, basis, wording, i)
            where not exists (select 1 from lead_consent c
                where c.lead_id = ? and c.channel = s.channel)
            order by s.i
            """,
                leadId,
                source,
                person,
                now,
                now,
                texts(statements, each -> each.channel().name()),
                statements.stream().map(Statement::given).toArray(Boolean[]::new),
                texts(statements, Statement::purpose),
                texts(statements, Statement::basis),
                texts(statements, Statement::wording),
                leadId);
    }

    private static @Nullable String[] texts(List<Statement> statements, Function<Statement, @Nullable String> part) {
        return statements.stream().map(part).toArray(String[]::new);
    }
}
