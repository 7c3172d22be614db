package org.leadrelay.board;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import org.leadrelay.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How long a lead is watched before it counts in a rate: as long as it took 9 in 10 from hand-over to won, among leads old enough to
 * have had the time. Computed from what happened before the quarter began, so that it stays for the quarter; 90 days until there is
 * enough to go by.
 */
@Component
class HorizonRule {

    static final Duration USUAL = Duration.ofDays(90);

    private static final String NINE_IN_TEN = """
        select case when count(*) >= 20 then
            greatest(1, ceil(percentile_disc(0.9) within group (order by extract(epoch from won_at - journey_handed_at)) / 86400)) end
        from lap_fact f
        where f.first and f.outside is null and f.won_at < :quarter and f.won_at > f.journey_handed_at
            and f.journey_handed_at < :old\
        """;

    private final JdbcClient jdbc;

    HorizonRule(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Duration of(LocalDate today, ZoneId zone) {
        LocalDate quarter = today.with(IsoFields.DAY_OF_QUARTER, 1);
        return jdbc
                .sql(NINE_IN_TEN)
                .param("quarter", Sql.time(quarter.atStartOfDay(zone).toInstant()))
                .param("old", Sql.time(quarter.atStartOfDay(zone).toInstant().minus(USUAL.multipliedBy(2))))
                .query((row, n) -> row.getLong(1))
                .list()
                .stream()
                .filter(days -> days > 0)
                .findFirst()
                .map(Duration::ofDays)
                .orElse(USUAL);
    }
}
