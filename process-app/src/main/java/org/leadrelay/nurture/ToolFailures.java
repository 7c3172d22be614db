package org.leadrelay.nurture;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.leadrelay.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Queries of the touches that a marketing tool did not take, and that nobody has sent again or dropped. */
@Component
class ToolFailures {

    private final JdbcClient jdbc;
    private final Clock clock;

    ToolFailures(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    boolean any(String tool) {
        return jdbc.sql("select exists (select from mail_outbox where tool = ? and state = 'failed')")
                .param(tool)
                .query(Boolean.class)
                .single();
    }

    /**
     * Key of the notice of a failure: one a day, and another one where what was told that day is settled already. By its
     * oldest failure one spell of them is known from the next.
     */
    String noticeKey(String tool) {
        Instant oldest = jdbc.sql("select min(done_at) from mail_outbox where tool = ? and state = 'failed'")
                .param(tool)
                .query((row, any) -> Sql.instantOrNull(row, 1))
                .optional()
                .orElseGet(clock::instant);
        return "tool:" + tool + ":" + oldest + ":"
                + clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
    }
}
