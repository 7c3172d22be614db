package org.leadrelay.lead;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.journal.ReadingLog;
import org.leadrelay.journal.ReadingLog.Way;
import org.leadrelay.platform.Page;
import org.leadrelay.platform.SearchText;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** REST endpoints that list leads and show one. They come in at {@code intake.LeadIntakeApi}. */
@RestController
@RequestMapping("/api/leads")
@Tag(name = "Leads")
class LeadsApi {

    private final LeadCards cards;
    private final ReadingLog readings;
    private final CurrentPerson person;

    LeadsApi(LeadCards cards, ReadingLog readings, CurrentPerson person) {
        this.cards = cards;
        this.readings = readings;
        this.person = person;
    }

    @GetMapping
    @Operation(
            summary = "List leads",
            description = "state: running or ended. sort: name, email, company, source, owner, step, end,"
                    + " priority, fit, maturity, capturedAt, createdAt; with - for descending.")
    Page<LeadRow> list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String source,
            @RequestParam(required = false) @Nullable String step,
            @RequestParam(required = false) @Nullable String end,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String priority,
            @RequestParam(required = false) @Nullable String owner,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size,
            @RequestParam(defaultValue = "-capturedAt") String sort) {
        Page.check(page, size);
        SearchText.check("q", q);
        return cards.page(new LeadQuery(q, source, step, end, state, priority, owner, page, size, sort), person.get());
    }

    @GetMapping("/{id}")
    @Operation(summary = "One lead, with all that is known of it")
    LeadCard one(@PathVariable UUID id) {
        LeadCard card = cards.card(id, person.get());
        readings.lead(card.id(), Way.REST);
        return card;
    }
}
