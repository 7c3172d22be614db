package org.leadrelay.drift;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** REST endpoint of the drift of the decision tables. */
@RestController
@RequestMapping("/api/process/drift")
@Tag(name = "Process")
class DriftApi {

    private final Drifts drifts;

    DriftApi(Drifts drifts) {
        this.drifts = drifts;
    }

    @GetMapping
    List<Drift> all() {
        return drifts.all();
    }
}
