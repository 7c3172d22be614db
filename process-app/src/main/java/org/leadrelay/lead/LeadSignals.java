package org.leadrelay.lead;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.leadrelay.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The engagement signals of a lead. */
@Service
public class LeadSignals {

    private final JdbcClient jdbc;
    private final Clock clock;

    LeadSignals(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** From this instant on, oldest first; every signal's {@code at} is set. */
    public List<Signal> since(UUID leadId, Instant from) {
        return jdbc.sql("""
            select kind, at, source, confirmed, content from lead_signal
            where lead_id = ? and at >= ? order by at
            """)
                .params(leadId, Sql.time(from))
                .query((row, any) -> new Signal(
                        Signal.Kind.of(row.getString("kind")),
                        Sql.instant(row, "at"),
                        row.getString("source"),
                        row.getBoolean("confirmed"),
                        row.getString("content")))
                .list();
    }

    void add(UUID leadId, Signal signal) {
        Instant now = clock.instant();
        Instant at = signal.at() == null ? now : signal.at();
        jdbc.sql("""
            insert into lead_signal (id, lead_id, kind, at, recorded_at, source, confirmed, content)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """)
                .params(
                        UUID.randomUUID(),
                        leadId,
                        signal.kind().code(),
                        Sql.time(at),
                        Sql.time(now),
                        signal.source(),
                        signal.confirmed(),
                        signal.content())
                .update();
    }
}
