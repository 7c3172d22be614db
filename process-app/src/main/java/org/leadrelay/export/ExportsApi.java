package org.leadrelay.export;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.leadrelay.lead.LeadQuery;
import org.leadrelay.platform.Page;
import org.leadrelay.platform.SearchText;
import org.leadrelay.platform.csv.CsvResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** REST endpoints that deliver lists as CSV, and the log of who took them. */
@RestController
@RequestMapping("/api")
@Tag(name = "Exports")
class ExportsApi {

    private final LeadExports exports;
    private final ExportLog log;
    private final RecomputationExports recomputations;

    ExportsApi(LeadExports exports, ExportLog log, RecomputationExports recomputations) {
        this.exports = exports;
        this.log = log;
        this.recomputations = recomputations;
    }

    @GetMapping("/leads.csv")
    @Operation(summary = "The list of leads as CSV, with the list's filters")
    void leads(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String source,
            @RequestParam(required = false) @Nullable String step,
            @RequestParam(required = false) @Nullable String end,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String priority,
            @RequestParam(required = false) @Nullable String owner,
            @RequestParam(defaultValue = "-capturedAt") String sort,
            HttpServletResponse response)
            throws IOException {
        SearchText.check("q", q);
        LeadQuery query = new LeadQuery(q, source, step, end, state, priority, owner, 0, 1, sort);
        exports.write(query, new CsvResponse(response, "leads.csv"));
    }

    @GetMapping("/charter/versions/{version}/recomputation.csv")
    @Operation(summary = "Every running promise before and after this version, as CSV")
    void recomputation(@PathVariable int version, HttpServletResponse response) throws IOException {
        recomputations.write(version, new CsvResponse(response, "recomputation-%d.csv".formatted(version)));
    }

    @GetMapping("/exports")
    @Operation(summary = "Who took which data out")
    Page<ExportLog.Export> log(
            @RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "50") int size) {
        Page.check(page, size);
        return log.page(page, size);
    }
}
