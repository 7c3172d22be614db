package org.leadrelay.lead;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.Permission;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.Page;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** REST endpoints to resolve duplicates. */
@RestController
@RequestMapping("/api/duplicates")
@Tag(name = "Duplicates")
class DuplicatesApi {

    private final Duplicates duplicates;
    private final DuplicateDecisions decisions;
    private final LeadCards cards;
    private final CurrentPerson person;

    DuplicatesApi(Duplicates duplicates, DuplicateDecisions decisions, LeadCards cards, CurrentPerson person) {
        this.duplicates = duplicates;
        this.decisions = decisions;
        this.cards = cards;
        this.person = person;
    }

    record MergeBody(@Nullable UUID survivor) {}

    record ApartBody(@Nullable UUID recordTo) {}

    @GetMapping
    @Operation(summary = "Open pairs, oldest first")
    Page<DuplicateCase> open(@RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "50") int size) {
        person.get().mustHave(Permission.READ_INTAKE);
        Page.check(page, size);
        return duplicates.open(page, size);
    }

    @PostMapping("/{id}/merge")
    @Operation(summary = "They are one person; the survivor keeps both histories")
    LeadCard merge(@PathVariable UUID id, @RequestBody MergeBody body) {
        UUID survivor = body.survivor();
        if (survivor == null) {
            throw Invalid.field("survivor", "Missing.", "Name the lead that stays.");
        }
        return cards.card(decisions.merge(id, survivor, person.get()), person.get());
    }

    @PostMapping("/{id}/keep-apart")
    @Operation(summary = "They are two people; a waiting record goes to the one named")
    ResponseEntity<Void> keepApart(@PathVariable UUID id, @RequestBody(required = false) @Nullable ApartBody body) {
        decisions.keepApart(id, body == null ? null : body.recordTo(), person.get());
        return ResponseEntity.noContent().build();
    }
}
