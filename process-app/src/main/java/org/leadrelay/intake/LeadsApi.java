package org.leadrelay.intake;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.lead.LeadCard;
import org.leadrelay.lead.LeadCards;
import org.leadrelay.lead.LeadQuery;
import org.leadrelay.lead.LeadRow;
import org.leadrelay.platform.Page;
import org.leadrelay.platform.Paging;
import org.leadrelay.platform.SearchText;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Leads in, and leads to look at. */
@RestController
@RequestMapping("/api/leads")
@Tag(name = "Leads")
class LeadsApi {

    private final LeadIntake intake;
    private final LeadCards cards;
    private final CurrentPerson person;

    LeadsApi(LeadIntake intake, LeadCards cards, CurrentPerson person) {
        this.intake = intake;
        this.cards = cards;
        this.person = person;
    }

    @PostMapping
    @Operation(
            summary = "Take leads in",
            description = "One object, or an array of up to 1,000, which is answered 207 with a status" + " for each.")
    ResponseEntity<Object> take(
            @RequestBody JsonNode body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        String checked = Idempotency.checked(key);
        if (body.isArray()) {
            List<TakenLead> taken = intake.takeAll(body, checked);
            return ResponseEntity.status(HttpStatus.MULTI_STATUS).body(Page.ofAll(taken));
        }
        TakenLead taken = intake.take(body, checked);
        return ResponseEntity.status(taken.status())
                .location(URI.create("/api/leads/" + taken.leadId()))
                .body(taken);
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
        Paging.check(page, size);
        SearchText.check("q", q);
        return cards.page(new LeadQuery(q, source, step, end, state, priority, owner, page, size, sort), person.get());
    }

    @GetMapping("/{id}")
    @Operation(summary = "One lead, with all that is known of it")
    LeadCard one(@PathVariable UUID id) {
        return cards.card(id, person.get());
    }
}
