package org.leadrelay.worklist;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.leadrelay.access.Roles;
import org.leadrelay.calendar.BusinessCalendars;
import org.leadrelay.lead.DealWin;
import org.leadrelay.lead.DealWinLookup;
import org.leadrelay.platform.Sql;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Query of who won a deal: whoever answered the last task of a rep before the journey ended. */
@Component
class DealWinQueries implements DealWinLookup {

    private final JdbcClient jdbc;
    private final BusinessCalendars calendars;
    private final ZoneId zone;

    DealWinQueries(
            JdbcClient jdbc, BusinessCalendars calendars, @Value("${leadrelay.time-zone:Europe/Berlin}") ZoneId zone) {
        this.jdbc = jdbc;
        this.calendars = calendars;
        this.zone = zone;
    }

    @Override
    public Optional<DealWin> of(UUID leadId, Instant endedAt) {
        return jdbc.sql("""
            select person, done_at from task_done
            where lead_id = :lead and role = :role and person is not null and done_at <= :ended
            order by done_at desc limit 1
            """)
                .param("lead", leadId)
                .param("role", Roles.SALES_REP)
                .param("ended", Sql.time(endedAt))
                .query((row, number) -> win(row.getString("person"), Sql.instant(row, "done_at")))
                .optional();
    }

    private DealWin win(String rep, Instant won) {
        return new DealWin(rep, TakeBackWindow.endOf(won, calendars.forRep(rep), zone));
    }
}
