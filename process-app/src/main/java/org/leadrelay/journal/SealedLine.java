package org.leadrelay.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Sql;

/**
 * Row of {@code journey_log}: a line with its place in the hash chain.
 *
 * @param recordedAt by the database's clock; null in lines of format 1
 * @param previousHash the hash of the line before it, empty for the first
 */
@SuppressWarnings("ArrayRecordComponent") // hashes are compared by name, lines never
public record SealedLine(Line line, long seq, @Nullable Instant recordedAt, byte[] previousHash, byte[] hash) {

    /**
     * @param row of {@code select * from journey_log}
     */
    public static SealedLine of(ResultSet row) throws SQLException {
        Author author = new Author(
                row.getString("person"),
                Sql.uuidOrNull(row, "person_ref"),
                row.getString("api_key_name"),
                row.getString("node"));
        ModelPosition position = new ModelPosition(
                row.getString("definition_key"),
                row.getObject("definition_version", Integer.class),
                row.getString("element_id"),
                row.getString("element_name"),
                row.getString("instance"));
        Line line = new Line(
                row.getInt("format"),
                Sql.uuid(row, "lead_id"),
                Sql.instant(row, "at"),
                row.getString("kind"),
                author,
                position,
                row.getString("subject"),
                row.getString("details"));
        return new SealedLine(
                line,
                row.getLong("seq"),
                Sql.instantOrNull(row, "recorded_at"),
                row.getBytes("previous_hash"),
                row.getBytes("hash"));
    }

    /** Whether the stored hash is the seal of what is stored, after a line of that hash. */
    public boolean isSealedAfter(byte[] previous) {
        return Arrays.equals(hash, Seal.of(line, seq, recordedAt, previous));
    }

    /** Whether this version of the product knows how the line was sealed. */
    public boolean hasKnownFormat() {
        return line.format() >= 1 && line.format() <= Seal.LAST;
    }
}
