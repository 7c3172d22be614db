package org.leadrelay.cost;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.AdvisoryLock;
import org.leadrelay.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Append-only table of costs: the newest row of a source and month counts. */
@Repository
class CostTable {

    private static final String NEWEST = """
        select distinct on (source, month) * from cost_entry where month between ? and ?
        order by source, month, number desc\
        """;

    private final JdbcClient jdbc;
    private final AdvisoryLock lock;

    CostTable(JdbcClient jdbc, AdvisoryLock lock) {
        this.jdbc = jdbc;
        this.lock = lock;
    }

    /** Until the transaction ends nobody else enters any. */
    void lock() {
        lock.awaitUntilCommit("org.leadrelay.cost");
    }

    List<CostEntry> newest(YearMonth from, YearMonth to) {
        return jdbc.sql("select * from (" + NEWEST + ") known where amount is not null order by month, source")
                .params(from.atDay(1), to.atDay(1))
                .query((row, n) -> entry(row))
                .list();
    }

    /** Also what was taken back. */
    List<CostEntry> last(YearMonth from, YearMonth to) {
        return jdbc.sql(NEWEST)
                .params(from.atDay(1), to.atDay(1))
                .query((row, n) -> entry(row))
                .list();
    }

    /** Newest first. */
    List<CostEntry> history(@Nullable String source, @Nullable YearMonth month, int offset, int limit) {
        return jdbc.sql("""
            select * from cost_entry
            where (cast(:source as text) is null or source = :source) and (cast(:month as date) is null or month = :month)
            order by number desc limit :limit offset :offset
            """)
                .param("source", source)
                .param("month", month == null ? null : month.atDay(1))
                .param("limit", limit)
                .param("offset", offset)
                .query((row, n) -> entry(row))
                .list();
    }

    long entries(@Nullable String source, @Nullable YearMonth month) {
        return jdbc.sql("""
            select count(*) from cost_entry
            where (cast(:source as text) is null or source = :source) and (cast(:month as date) is null or month = :month)
            """)
                .param("source", source)
                .param("month", month == null ? null : month.atDay(1))
                .query(Long.class)
                .single();
    }

    /** Of which costs were ever entered. */
    List<String> sources() {
        return jdbc.sql("select distinct source from cost_entry")
                .query(String.class)
                .list();
    }

    void add(String source, YearMonth month, @Nullable BigDecimal amount, String currency, String by, Instant at) {
        jdbc.sql("insert into cost_entry (source, month, amount, currency, person, at) values (?, ?, ?, ?, ?, ?)")
                .params(source, month.atDay(1), amount, currency, by, Sql.time(at))
                .update();
    }

    private static CostEntry entry(ResultSet row) throws SQLException {
        BigDecimal amount = row.getBigDecimal("amount");
        return new CostEntry(
                row.getLong("number"),
                row.getString("source"),
                YearMonth.from(row.getObject("month", LocalDate.class)),
                amount == null ? null : plain(amount),
                row.getString("currency"),
                row.getString("person"),
                Sql.instant(row, "at"));
    }

    /** 1200.00 and 1200 are the same amount. */
    static BigDecimal plain(BigDecimal amount) {
        BigDecimal stripped = amount.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
