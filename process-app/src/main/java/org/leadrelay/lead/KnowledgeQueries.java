package org.leadrelay.lead;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Query of all that rating needs of a lead: every lead of an import is rated, most more than once. */
@Component
class KnowledgeQueries {

    private static final String QUERY = """
        select 'contact' as part, c.name, c.value, l.captured_at as at,
            null::bigint as number, null::boolean as given, null as kind,
            null::boolean as undated, null::timestamptz as recorded_at, null as decision
        from lead l cross join lateral (values ('email', l.email), ('origin', l.origin),
            ('phone', coalesce(l.phone_e164, l.phone)), ('external', l.external_id)
            ) as c (name, value)
        where l.id = :lead
        union all
        select 'fact', name, value, at, null, null, null, null, null, null
        from lead_fact where lead_id = :lead
        union all
        select 'consent', channel, null, at, number, given, kind, undated, recorded_at, decision
        from lead_consent where lead_id = :lead
        union all
        select 'signal', kind, source, at, null, confirmed, null, null, null, content
        from lead_signal where lead_id = :lead and at >= :from
        order by at
        """;

    private final JdbcClient jdbc;

    KnowledgeQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param facts each value as it is stored, by name
     * @param moments when each of them was true
     * @param signals oldest first
     */
    record Read(
            Instant capturedAt,
            Map<String, String> facts,
            Map<String, Instant> moments,
            Set<Channel> permitted,
            List<Signal> signals) {}

    /**
     * @throws org.leadrelay.platform.NotFound when there is no such lead
     */
    Read read(UUID leadId, Instant signalsFrom) {
        Rows rows = new Rows();
        jdbc.sql(QUERY)
                .param("lead", leadId)
                .param("from", Sql.time(signalsFrom))
                .query(rows::add);
        return rows.read(leadId);
    }

    private static final class Rows {
        private @Nullable Instant capturedAt;
        private final Map<String, @Nullable String> contact = new HashMap<>();
        private final Map<String, String> facts = new HashMap<>();
        private final Map<String, Instant> moments = new HashMap<>();
        private final List<ConsentRule.Said> said = new ArrayList<>();
        private final List<Signal> signals = new ArrayList<>();

        void add(ResultSet row) throws SQLException {
            String name = row.getString("name");
            String value = row.getString("value");
            Instant at = Sql.instant(row, "at");
            switch (row.getString("part")) {
                case "contact" -> {
                    capturedAt = at;
                    contact.put(name, value);
                }
                case "fact" -> {
                    facts.put(name, value);
                    moments.put(name, at);
                }
                case "consent" -> said.add(ConsentTable.said(row, name));
                default ->
                    signals.add(new Signal(
                            Signal.Kind.of(name), at, value, row.getBoolean("given"), row.getString("decision")));
            }
        }

        Read read(UUID leadId) {
            String origin = contact.get("origin");
            if (capturedAt == null || origin == null) {
                throw Visibility.missing(leadId);
            }
            ContactPoint reached =
                    new ContactPoint(contact.get("email"), contact.get("phone"), origin, contact.get("external"));
            Set<Channel> permitted = ConsentRule.permitted(reached, ConsentRule.decide(said));
            return new Read(capturedAt, facts, moments, permitted, signals);
        }
    }
}
