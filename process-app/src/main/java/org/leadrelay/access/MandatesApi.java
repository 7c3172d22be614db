package org.leadrelay.access;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.Mandates.Change;
import org.leadrelay.access.Mandates.Mandated;
import org.leadrelay.platform.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** REST endpoints for mandates: read by all inside, changed by administrators. */
@RestController
@RequestMapping("/api/mandates")
@Tag(name = "Charter")
class MandatesApi {

    private final Mandates mandates;

    MandatesApi(Mandates mandates) {
        this.mandates = mandates;
    }

    /**
     * @param edition the edition that was read; null overwrites whatever there is
     */
    record MandateBody(
            @Nullable String holder,
            @Nullable Set<String> deputies,
            @Nullable Integer edition) {}

    @GetMapping
    @Operation(summary = "Who signs for marketing and for sales")
    Page<Mandated> all() {
        return Page.ofAll(mandates.all());
    }

    @GetMapping("/changes")
    @Operation(summary = "Who named whom, newest first")
    Page<Change> changes() {
        return Page.ofAll(mandates.changes());
    }

    @PutMapping("/{mandate}")
    @Operation(summary = "Name the head of a side and the deputies (administrators)")
    Mandated give(@PathVariable String mandate, @RequestBody MandateBody body) {
        return mandates.give(
                Mandate.ofCode(mandate),
                body.holder(),
                body.deputies() == null ? Set.of() : body.deputies(),
                body.edition());
    }
}
