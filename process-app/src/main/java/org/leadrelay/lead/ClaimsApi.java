package org.leadrelay.lead;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.leadrelay.access.Actor;
import org.leadrelay.access.CurrentPerson;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** REST endpoints to decide about what an anonymous form typed of a known lead. */
@RestController
@RequestMapping("/api/leads/{id}/claims/{claim}")
@Tag(name = "Leads")
class ClaimsApi {

    private final LeadClaims claims;
    private final LeadCards cards;
    private final CurrentPerson person;

    ClaimsApi(LeadClaims claims, LeadCards cards, CurrentPerson person) {
        this.claims = claims;
        this.cards = cards;
        this.person = person;
    }

    @PostMapping("/take")
    @Operation(summary = "Take over what a form typed, as a correction")
    LeadCard take(@PathVariable UUID id, @PathVariable UUID claim) {
        Actor actor = person.get();
        claims.take(id, claim, actor);
        return cards.card(id, actor);
    }

    @PostMapping("/dismiss")
    @Operation(summary = "Keep what is known; the same value is not asked about again")
    LeadCard dismiss(@PathVariable UUID id, @PathVariable UUID claim) {
        Actor actor = person.get();
        claims.dismiss(id, claim, actor);
        return cards.card(id, actor);
    }
}
