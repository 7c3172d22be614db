package org.leadrelay.intake;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Dry run of an import.
 *
 * @param importId the draft that can be started
 * @param estimatedRows counted in lines, so a little more where cells have line breaks
 * @param warnings about the file as a whole
 * @param questions that have to be answered before it can be started
 */
public record ImportPreview(
        UUID importId,
        String fileName,
        String charset,
        String delimiter,
        long size,
        long estimatedRows,
        List<Column> columns,
        List<Row> rows,
        List<String> warnings,
        List<ImportQuestion> questions) {

    /**
     * A column of the file.
     *
     * @param target a field's key, capturedAt, attribute or ignore
     * @param fact the name under which the decision tables may read it, null when they may not
     * @param matched whether it was matched by name, not by a mapping
     */
    public record Column(
            String name, String target, @Nullable String fact, boolean matched, List<String> samples) {}

    /**
     * A row as it would be taken.
     *
     * @param problems why it would be refused; empty when it would not
     */
    public record Row(long line, List<String> cells, List<String> problems) {}
}
