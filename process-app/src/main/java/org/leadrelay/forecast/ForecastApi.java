package org.leadrelay.forecast;

import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** REST endpoint of the caller's forecast. */
@RestController
@RequestMapping("/api/team/incoming")
@Tag(name = "Team")
class ForecastApi {

    private final Forecast incoming;

    ForecastApi(Forecast incoming) {
        this.incoming = incoming;
    }

    @GetMapping
    IncomingLeads mine() {
        return incoming.mine();
    }
}
