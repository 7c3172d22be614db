package org.leadrelay.promise;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.leadrelay.platform.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** REST endpoint of what a version of the charter would make of the running promises. */
@RestController
@RequestMapping("/api/charter/versions/{version}/recomputation")
@Tag(name = "Charter")
class RecomputationApi {

    private final RecomputationPreview preview;

    RecomputationApi(RecomputationPreview preview) {
        this.preview = preview;
    }

    @GetMapping
    @Operation(summary = "Every running promise before and after (process owners, signers)")
    Page<RecountedPromise> page(
            @PathVariable int version,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        Page.check(page, size);
        return preview.page(version, page, size);
    }

    @GetMapping("/summary")
    @Operation(summary = "How many running promises would move which way")
    RecomputationPreview.Summary summary(@PathVariable int version) {
        return preview.summary(version);
    }
}
