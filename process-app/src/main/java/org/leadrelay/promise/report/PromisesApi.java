package org.leadrelay.promise.report;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Page;
import org.leadrelay.promise.Breaches;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** REST endpoints for the report on promises. */
@RestController
@RequestMapping("/api/promises")
@Tag(name = "Promises", description = "What both sides promised, and what became of it")
class PromisesApi {

    private final PromiseReports reports;
    private final Breaches breaches;

    PromisesApi(PromiseReports reports, Breaches breaches) {
        this.reports = reports;
        this.breaches = breaches;
    }

    @GetMapping
    @Operation(summary = "Promises due within some days")
    Page<PromiseLine> list(
            @ParameterObject @ModelAttribute PromiseQuery asked,
            @RequestParam(defaultValue = PromiseOrder.USUAL) String sort,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        Page.check(page, size);
        return reports.page(asked.filter(reports.today()), sort, page * size, size);
    }

    @GetMapping("/summary")
    @Operation(summary = "Kept, broken and open by clause, source, rep and week; how long steps took")
    PromiseSummary summary(@ParameterObject @ModelAttribute PromiseQuery asked) {
        return reports.summary(asked.filter(reports.today()));
    }

    @PutMapping("/{id}/reason")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Says why a promise was broken: by whoever holds or held its step")
    void reason(@PathVariable UUID id, @RequestBody Said said) {
        breaches.explain(id, said.reason(), said.words());
    }

    /**
     * @param reason a code of the charter's {@code breachReasons}
     * @param words needed for {@code other}
     */
    record Said(@Nullable String reason, @Nullable String words) {}
}
