package org.leadrelay.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Record of a CSV file.
 *
 * @param number counts records from 1, the header not among them
 * @param line where it begins, counting from 1
 * @param problem why it cannot be read; null when it can
 */
record CsvRow(
        long number,
        long line,
        List<String> cells,
        @Nullable String problem) {}
