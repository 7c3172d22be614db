package org.leadrelay.intake;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Idempotency;
import org.leadrelay.platform.Page;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** REST endpoint that takes leads in, one by one or as an array. */
@RestController
@RequestMapping("/api/leads")
@Tag(name = "Leads")
class LeadIntakeApi {

    private final LeadIntake intake;

    LeadIntakeApi(LeadIntake intake) {
        this.intake = intake;
    }

    @PostMapping
    @Operation(
            summary = "Take leads in",
            description = "One object, or an array of up to 1,000, which is answered 207 with a status" + " for each.")
    ResponseEntity<Object> take(
            @RequestBody JsonNode body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        String checked = Idempotency.checked(key);
        if (body.isArray()) {
            List<TakenLead> taken = intake.takeAll(body, checked);
            return ResponseEntity.status(HttpStatus.MULTI_STATUS).body(Page.ofAll(taken));
        }
        TakenLead taken = intake.take(body, checked);
        return ResponseEntity.status(taken.status())
                .location(URI.create("/api/leads/" + taken.leadId()))
                .body(taken);
    }
}
