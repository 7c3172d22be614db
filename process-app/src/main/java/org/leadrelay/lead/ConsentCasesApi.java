package org.leadrelay.lead;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.Actor;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.Permission;
import org.leadrelay.platform.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** REST endpoints to review consents that claim to be later than an objection. */
@RestController
@RequestMapping("/api/consent-cases")
@Tag(name = "Consents")
class ConsentCasesApi {

    private final ConsentCases cases;
    private final LeadCards cards;
    private final CurrentPerson person;

    ConsentCasesApi(ConsentCases cases, LeadCards cards, CurrentPerson person) {
        this.cases = cases;
        this.cards = cards;
        this.person = person;
    }

    record Evidence(@Nullable String wording, @Nullable String source) {}

    @GetMapping
    @Operation(
            summary = "Consents that claim to be later than an objection, as they came",
            description = "Each with the claim and the objection that stands meanwhile.")
    Page<ConsentCase> open(@RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "50") int size) {
        person.get().mustHave(Permission.READ_INTAKE);
        Page.check(page, size);
        return cases.open(page, size);
    }

    @PostMapping("/{id}/confirm")
    @Operation(
            summary = "It is the person's own word, and lifts the objection",
            description = "wording: what the person said; source: where these words came from.")
    LeadCard confirm(@PathVariable UUID id, @RequestBody Evidence evidence) {
        Actor actor = person.get();
        return cards.card(cases.confirm(id, evidence.wording(), evidence.source(), actor), actor);
    }

    @PostMapping("/{id}/dismiss")
    @Operation(summary = "It is not the person's own word; the objection stands")
    LeadCard dismiss(@PathVariable UUID id) {
        Actor actor = person.get();
        return cards.card(cases.dismiss(id, actor), actor);
    }
}
