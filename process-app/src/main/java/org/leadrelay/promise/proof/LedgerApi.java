package org.leadrelay.promise.proof;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** REST endpoints for administrators: rebuild and comparison of the ledger. */
@RestController
@RequestMapping("/api/admin/ledger")
@Tag(name = "Administration")
class LedgerApi {

    private final LedgerRebuild rebuild;

    LedgerApi(LedgerRebuild rebuild) {
        this.rebuild = rebuild;
    }

    @PostMapping("/rebuild")
    @Operation(summary = "Makes the ledger of promises equal to what the journey log tells of it")
    LedgerRebuild.Rebuilt rebuild() {
        return rebuild.rebuild();
    }
}
