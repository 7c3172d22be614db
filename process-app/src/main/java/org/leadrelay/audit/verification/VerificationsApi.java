package org.leadrelay.audit.verification;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.Page;
import org.leadrelay.platform.Wording;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** REST endpoints of verifications. */
@RestController
@RequestMapping("/api/audit/verifications")
@Tag(name = "Audit")
class VerificationsApi {

    private static final Wording WORDING = Wording.of(VerificationsApi.class);
    private static final int MOST = 50;

    private final Verifications verifications;

    VerificationsApi(Verifications verifications) {
        this.verifications = verifications;
    }

    /**
     * @param scope {@code all}, or {@code lead} with its id
     */
    record VerificationRequest(
            @Nullable String scope, @Nullable UUID lead) {}

    /** A verification with what it found. */
    record RunWithFindings(@JsonUnwrapped VerificationRun run, List<VerificationFinding> found) {}

    @PostMapping
    @Operation(
            summary = "Verify one lead's log at once, or everything in the background",
            description = "scope: lead with its id, or all. All is verified once at a time: who asks while it runs gets"
                    + " the one that runs.")
    ResponseEntity<RunWithFindings> ask(@RequestBody VerificationRequest asked) {
        VerificationRun run = asked(asked);
        return ResponseEntity.accepted()
                .location(URI.create("/api/audit/verifications/" + run.id()))
                .body(told(run));
    }

    private VerificationRun asked(VerificationRequest asked) {
        UUID lead = asked.lead();
        if ("all".equals(asked.scope()) && lead == null) {
            return verifications.ofAll();
        }
        if ("lead".equals(asked.scope()) && lead != null) {
            return verifications.ofLead(lead);
        }
        throw "lead".equals(asked.scope())
                ? Invalid.field("lead", WORDING.text("lead"))
                : Invalid.field("scope", WORDING.text("scope"));
    }

    @GetMapping
    @Operation(summary = "The last verifications, the newest first, with who asked for them")
    Page<VerificationRun> newest() {
        return Page.ofAll(verifications.newest(MOST));
    }

    @GetMapping("/{id}")
    @Operation(summary = "How far a verification is, and what it found")
    RunWithFindings one(@PathVariable UUID id) {
        return told(verifications.get(id));
    }

    @PostMapping("/{id}/cancel")
    @Operation(summary = "End a verification before its end")
    RunWithFindings cancel(@PathVariable UUID id) {
        return told(verifications.cancel(id));
    }

    private RunWithFindings told(VerificationRun run) {
        return new RunWithFindings(run, verifications.findings(run.id()));
    }
}
