package org.leadrelay.redesign;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.Wording;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** REST endpoints that change releases of the models: files by process owners, approval by a second person. */
@RestController
@RequestMapping("/api/releases")
@Tag(name = "Releases")
class CandidatesApi {

    private static final Wording WORDING = Wording.of(CandidatesApi.class);

    private final Candidates candidates;
    private final Approval approval;

    CandidatesApi(Candidates candidates, Approval approval) {
        this.candidates = candidates;
        this.approval = approval;
    }

    /**
     * @param from the release that was given up and whose changes are taken up again; null begins with what is in force
     */
    record BeginBody(@Nullable Integer from) {}

    /**
     * @param edition the edition that was read
     */
    record EditionBody(@Nullable Integer edition) {}

    /**
     * @param edition the edition that was read
     * @param title what it is for
     */
    record SealBody(@Nullable Integer edition, @Nullable String title) {}

    /**
     * @param contentHash of the release as it was looked at
     * @param from null for at once
     */
    record ApprovalBody(
            @Nullable String contentHash, @Nullable Instant from) {}

    record WhyBody(@Nullable String why) {}

    /**
     * @param changed names of the files that are now other than before
     * @param alsoChangedBy logins of others who changed it since the edition that was named
     */
    record UploadView(Release release, List<String> changed, List<FindingView> findings, List<String> alsoChangedBy) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Begin a draft, from the release in force or with the changes of one that was given up")
    Candidates.Rebased begin(@RequestBody BeginBody body) {
        return body.from() == null
                ? new Candidates.Rebased(candidates.begin(), List.of())
                : candidates.beginFrom(body.from());
    }

    @PostMapping(path = "/draft/files", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            summary = "Put files into the draft",
            description =
                    "files: up to 30, 10 MB together. Each replaces the one with the same process or decision id. The"
                            + " draft is begun where there is none.")
    UploadView upload(
            @RequestParam(name = "files", required = false) @Nullable List<MultipartFile> files,
            @RequestParam(required = false) @Nullable Integer edition)
            throws IOException {
        List<Candidates.UploadedFile> sent = new ArrayList<>();
        for (MultipartFile each : files == null ? List.<MultipartFile>of() : files) {
            sent.add(new Candidates.UploadedFile(String.valueOf(each.getOriginalFilename()), each.getBytes()));
        }
        Candidates.Upload upload = candidates.upload(sent, Origin.BROWSER, edition);
        return new UploadView(
                upload.release(),
                upload.changed(),
                upload.findings().stream().map(FindingView::of).toList(),
                upload.alsoChangedBy());
    }

    @DeleteMapping("/draft/files/{file}")
    @Operation(summary = "Put a file of the draft back to what it began with")
    Release revert(@PathVariable String file, @RequestParam int edition) {
        return candidates.revert(edition, file);
    }

    @PostMapping("/draft/base")
    @Operation(summary = "Bring the draft up to the release in force")
    Candidates.Rebased rebase(@RequestBody EditionBody body) {
        return candidates.rebase(needed("edition", body.edition()));
    }

    @PostMapping("/{number}/seal")
    @Operation(summary = "Fix a draft by its hash and deploy it; nothing changes for leads")
    Release seal(@PathVariable int number, @RequestBody SealBody body) {
        return approval.seal(number, needed("edition", body.edition()), needed("title", body.title()));
    }

    @PostMapping("/{number}/charter")
    @Operation(summary = "Give a sealed release the draft of the charter again that it takes effect with")
    Release pair(@PathVariable int number) {
        return approval.pair(number);
    }

    @PostMapping("/{number}/approval")
    @Operation(summary = "Approve a sealed release, for at once or for a moment (not by whoever made it)")
    Release approve(@PathVariable int number, @RequestBody ApprovalBody body) {
        return approval.approve(number, needed("contentHash", body.contentHash()), body.from());
    }

    @PostMapping("/{number}/rejection")
    @Operation(summary = "Reject a sealed release")
    Release reject(@PathVariable int number, @RequestBody WhyBody body) {
        return approval.reject(number, needed("why", body.why()));
    }

    @PostMapping("/{number}/withdrawal")
    @Operation(summary = "Withdraw a release before it is in force")
    Release withdraw(@PathVariable int number, @RequestBody WhyBody body) {
        return approval.withdraw(number, needed("why", body.why()));
    }

    @PostMapping("/{number}/roll-back")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Ask to go back to a release that was in force; a second person approves it")
    Release rollBack(@PathVariable int number, @RequestBody WhyBody body) {
        return approval.rollBack(number, needed("why", body.why()));
    }

    private static <T> T needed(String field, @Nullable T value) {
        if (value == null) {
            throw Invalid.field(field, WORDING.text("missing"));
        }
        return value;
    }
}
