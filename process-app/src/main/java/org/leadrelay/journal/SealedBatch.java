package org.leadrelay.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.RowArray;
import org.leadrelay.platform.Sql;

/**
 * Batch of sealed log lines: lines with their numbers and hashes, as parameters of the function that appends them.
 *
 * @param recorded by the database's clock
 * @param seqs of each line its number in its chain
 * @param previous of each line the hash of the one before it
 */
@SuppressWarnings("ArrayRecordComponent") // filled once, never compared
record SealedBatch(List<Line> lines, OffsetDateTime recorded, long[] seqs, byte[][] previous, byte[][] hashes) {

    private static final HexFormat HEX = HexFormat.of();

    /**
     * Sets the parameters of the function for several chains.
     *
     * @param from index of the first one, counted from 1
     */
    void bind(PreparedStatement append, int from) throws SQLException {
        Object[][] values = new Object[][] {
            {"uuid", column(Line::streamId)},
            {"bigint", Arrays.stream(seqs).boxed().toArray(Long[]::new)},
            {"timestamptz", column(line -> Sql.time(line.at()))},
            {"text", texts(Line::kind)},
            {"text", texts(line -> line.author().person())},
            {"uuid", column(line -> line.author().personRef())},
            {"text", texts(line -> line.author().apiKey())},
            {"text", texts(Line::definitionKey)},
            {"int", column(Line::definitionVersion)},
            {"text", texts(Line::elementId)},
            {"text", texts(Line::elementName)},
            {"text", texts(line -> line.position().instance())},
            {"text", texts(Line::subject)},
            {"text", texts(Line::details)},
            {"bytea", previous},
            {"bytea", hashes}
        };
        Connection connection = append.getConnection();
        bindCommon(append, from);
        for (int i = 0; i < values.length; i++) {
            append.setArray(from + 3 + i, connection.createArrayOf((String) values[i][0], (Object[]) values[i][1]));
        }
    }

    /** Of one node all are alike. */
    private void bindCommon(PreparedStatement append, int from) throws SQLException {
        append.setInt(from, lines.get(0).format());
        append.setObject(from + 1, recorded);
        append.setString(from + 2, lines.get(0).author().node());
    }

    /**
     * Sets the parameters of the function for lines of one chain, which numbers and links them itself.
     *
     * @param from index of the first one, counted from 1
     */
    void bindOneChain(PreparedStatement append, int from) throws SQLException {
        bindCommon(append, from);
        append.setObject(from + 3, lines.get(0).streamId());
        append.setLong(from + 4, seqs[0] - 1);
        append.setBytes(from + 5, previous[0]);
        append.setObject(from + 6, rows(), Types.OTHER);
    }

    /** The lines as an array of rows, in the order of the type {@code journey_log_line}. */
    private String rows() {
        RowArray rows = new RowArray();
        for (int i = 0; i < hashes.length; i++) {
            Line line = lines.get(i);
            rows.row()
                    .field(line.at())
                    .field(line.kind())
                    .field(line.author().person())
                    .field(line.author().personRef())
                    .field(line.author().apiKey())
                    .field(line.definitionKey())
                    .field(line.definitionVersion())
                    .field(line.elementId())
                    .field(line.elementName())
                    .field(line.position().instance())
                    .field(line.subject())
                    .field(line.details())
                    .field("\\x" + HEX.formatHex(hashes[i]));
        }
        return rows.text();
    }

    private Object[] column(Function<Line, ? extends @Nullable Object> field) {
        return lines.stream().map(field).toArray();
    }

    /** As texts, which the driver sends without escaping them. */
    private String[] texts(Function<Line, @Nullable String> field) {
        return lines.stream().map(field).toArray(String[]::new);
    }
}
