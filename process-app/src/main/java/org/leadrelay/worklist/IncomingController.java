package org.leadrelay.worklist;

import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is on its way to whoever asks. */
@RestController
@RequestMapping("/api/team/incoming")
@Tag(name = "Team")
class IncomingController {

    private final IncomingLeads incoming;

    IncomingController(IncomingLeads incoming) {
        this.incoming = incoming;
    }

    @GetMapping
    Incoming mine() {
        return incoming.mine();
    }
}
