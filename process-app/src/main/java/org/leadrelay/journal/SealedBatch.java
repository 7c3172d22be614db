package org.leadrelay.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
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

    /**
     * Sets the parameters.
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
        append.setInt(from, lines.get(0).format()); // of one node all are alike
        append.setObject(from + 1, recorded);
        append.setString(from + 2, lines.get(0).author().node());
        for (int i = 0; i < values.length; i++) {
            append.setArray(from + 3 + i, connection.createArrayOf((String) values[i][0], (Object[]) values[i][1]));
        }
    }

    private Object[] column(Function<Line, ? extends @Nullable Object> field) {
        return lines.stream().map(field).toArray();
    }

    /** As texts, which the driver sends without escaping them. */
    private String[] texts(Function<Line, @Nullable String> field) {
        return lines.stream().map(field).toArray(String[]::new);
    }
}
