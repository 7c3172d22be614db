package org.leadrelay.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.leadrelay.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tombstone of lines that the keeper removed by rule: their chain goes on after it, or ends there. Only the keeper's function
 * writes one.
 *
 * @param lastSeq number of the last line that is gone
 * @param lastHash its hash, which the next line follows
 * @param rule code of the rule
 * @param run the removal, whose line stands among the operations
 */
@SuppressWarnings("ArrayRecordComponent") // compared by name
public record Tombstone(UUID stream, long lastSeq, byte[] lastHash, String rule, UUID run, Instant removedAt) {

    private static final String LAST = """
        select * from audit_tombstone where stream = ? order by last_seq desc limit 1\
        """;

    /** The last one of a stream; empty where no line was removed. */
    public static Optional<Tombstone> of(UUID stream, JdbcClient jdbc) {
        return jdbc.sql(LAST).param(stream).query((row, n) -> of(row)).optional();
    }

    private static Tombstone of(ResultSet row) throws SQLException {
        return new Tombstone(
                Sql.uuid(row, "stream"),
                row.getLong("last_seq"),
                row.getBytes("last_hash"),
                row.getString("rule"),
                Sql.uuid(row, "run"),
                Sql.instant(row, "removed_at"));
    }

    /** As an export says it, before the lines that are left. */
    public Exported exported() {
        return new Exported(stream, lastSeq, HexFormat.of().formatHex(lastHash), rule, run, removedAt);
    }

    /**
     * @param removedUpTo number of the last line that is gone
     * @param hash its hash
     */
    public record Exported(UUID stream, long removedUpTo, String hash, String rule, UUID run, Instant removedAt) {}
}
