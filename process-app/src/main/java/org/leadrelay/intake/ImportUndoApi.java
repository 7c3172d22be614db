package org.leadrelay.intake;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.leadrelay.platform.Page;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** REST endpoints for the undo of an import. */
@RestController
@RequestMapping("/api/imports/{id}/undo")
@Tag(name = "Imports")
class ImportUndoApi {

    private final ImportUndos undos;

    ImportUndoApi(ImportUndos undos) {
        this.undos = undos;
    }

    /** The counts are of the whole import, the rows of this page. */
    record Preview(Instant until, long leadsWithdrawn, long factsBack, long kept, Page<UndoPreview.Row> rows) {}

    @GetMapping
    @Operation(summary = "What undoing an import would do; does nothing")
    Preview preview(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        Page.check(page, size);
        UndoPreview preview = undos.preview(id);
        List<UndoPreview.Row> all = preview.rows();
        List<UndoPreview.Row> shown =
                all.stream().skip((long) page * size).limit(size).toList();
        return new Preview(
                preview.until(),
                preview.leadsWithdrawn(),
                preview.factsBack(),
                preview.kept(),
                new Page<>(shown, all.size()));
    }

    @PostMapping
    @Operation(summary = "Undo an import in the background, within a day of its end")
    ResponseEntity<ImportProgress> undo(@PathVariable UUID id) {
        return ResponseEntity.accepted().body(undos.ask(id));
    }
}
