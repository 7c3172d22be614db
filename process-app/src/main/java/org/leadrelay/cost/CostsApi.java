package org.leadrelay.cost;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.Page;
import org.leadrelay.platform.Wording;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** REST endpoints of the costs by source and month. */
@RestController
@RequestMapping("/api/costs")
@Tag(name = "Boards")
class CostsApi {

    private static final Wording WORDING = Wording.of(CostsApi.class);

    private final Costs costs;

    CostsApi(Costs costs) {
        this.costs = costs;
    }

    /** What is entered: all of it or none. */
    record Body(@Nullable List<@Nullable CostOrder> entries) {}

    @GetMapping
    @Operation(summary = "What was spent, by source and month; without months the last twelve")
    CostSheet costs(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to) {
        return costs.sheet(month("from", from), month("to", to));
    }

    @GetMapping("/changes")
    @Operation(summary = "What was entered and by whom, newest first")
    Page<CostEntry> changes(
            @RequestParam(required = false) @Nullable String source,
            @RequestParam(required = false) @Nullable String month,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        Page.check(page, size);
        return costs.changes(source, month("month", month), page * size, size);
    }

    @PutMapping
    @Operation(summary = "Enter costs, all of them or none; an amount that is null takes back what was entered")
    CostSheet enter(@RequestBody Body body) {
        costs.enter(body.entries());
        List<YearMonth> months = Objects.requireNonNull(body.entries(), "entered").stream()
                .flatMap(each -> Costs.month(each == null ? null : each.month()).stream())
                .sorted()
                .toList();
        return costs.sheet(months.get(0), months.get(months.size() - 1));
    }

    private static @Nullable YearMonth month(String field, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        return Costs.month(text).orElseThrow(() -> Invalid.field(field, WORDING.text("month", text)));
    }
}
