package org.leadrelay.export;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.leadrelay.platform.csv.CsvResponse;
import org.leadrelay.promise.report.PromiseLine;
import org.leadrelay.promise.report.PromiseOrder;
import org.leadrelay.promise.report.PromiseQuery;
import org.leadrelay.promise.report.PromiseReports;
import org.leadrelay.promise.report.PromiseSummary;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** CSV export of promises; codes and instants as they are, for further calculation. */
@RestController
@RequestMapping("/api")
@Tag(name = "Exports")
class PromiseExportsApi {

    private static final List<String> HEADINGS = List.of(
            "id",
            "leadId",
            "lead",
            "source",
            "clause",
            "role",
            "priority",
            "rep",
            "state",
            "opened",
            "due",
            "ended",
            "responseMinutes",
            "lateMinutes",
            "lateUnassigned",
            "lateUnopened",
            "lateOpened",
            "lateWaiting",
            "lateDown",
            "reason",
            "reasonBy",
            "words");

    private final PromiseReports reports;
    private final TableExports exports;

    PromiseExportsApi(PromiseReports reports, TableExports exports) {
        this.reports = reports;
        this.exports = exports;
    }

    @GetMapping("/promises.csv")
    @Operation(summary = "Promises due within some days as CSV, with the filters and the order of the list")
    void promises(
            @ParameterObject @ModelAttribute PromiseQuery asked,
            @RequestParam(defaultValue = PromiseOrder.USUAL) String sort,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        List<List<String>> rows = reports.all(asked.filter(reports.today()), sort).stream()
                .map(PromiseExportsApi::cells)
                .toList();
        exports.write(
                "promises",
                Objects.requireNonNullElse(request.getQueryString(), ""),
                HEADINGS,
                rows,
                new CsvResponse(response, "promises.csv"));
    }

    private static List<String> cells(PromiseLine promise) {
        PromiseSummary.Minutes late = promise.late();
        return Stream.of(
                        promise.id(),
                        promise.leadId(),
                        promise.lead(),
                        promise.source(),
                        promise.clause(),
                        promise.role(),
                        promise.priority(),
                        promise.rep(),
                        promise.state(),
                        promise.opened(),
                        promise.due(),
                        promise.ended(),
                        promise.responseMinutes(),
                        promise.lateMinutes(),
                        late == null ? null : late.unassigned(),
                        late == null ? null : late.unopened(),
                        late == null ? null : late.opened(),
                        late == null ? null : late.waiting(),
                        late == null ? null : late.down(),
                        promise.reason(),
                        promise.reasonBy(),
                        promise.words())
                .map(each -> Objects.toString(each, ""))
                .toList();
    }
}
