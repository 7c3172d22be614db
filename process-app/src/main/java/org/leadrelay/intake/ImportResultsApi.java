package org.leadrelay.intake;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Page;
import org.leadrelay.platform.csv.CsvResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** REST endpoints for the row results of an import. */
@RestController
@RequestMapping("/api/imports/{id}")
@Tag(name = "Imports")
class ImportResultsApi {

    private final ImportResults results;

    ImportResultsApi(ImportResults results) {
        this.results = results;
    }

    @GetMapping("/rows")
    @Operation(
            summary = "What became of each row",
            description = "outcome: created, changed, joined, unchanged, returned, toDecide or refused."
                    + " sort: line, outcome, lead, changes or undo, with - for descending.")
    Page<ImportRow> rows(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String outcome,
            @RequestParam(defaultValue = "line") String sort,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        Page.check(page, size);
        return results.page(id, outcome, sort, page, size);
    }

    @GetMapping("/rows.csv")
    @Operation(summary = "What became of each row, as CSV")
    void csv(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String outcome,
            HttpServletResponse response)
            throws IOException {
        results.write(id, outcome, new CsvResponse(response, "rows-" + id + ".csv"));
    }

    @GetMapping("/refused.csv")
    @Operation(summary = "The refused rows with line and reason, as CSV")
    void refused(@PathVariable UUID id, HttpServletResponse response) throws IOException {
        results.refused(id, new CsvResponse(response, "refused-" + id + ".csv"));
    }
}
