package org.leadrelay.charter;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.Mandate;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.NotFound;
import org.leadrelay.platform.Page;
import org.leadrelay.platform.Wording;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** REST endpoints for the charter: read by all inside, written by process owners, signed by both heads. */
@RestController
@RequestMapping("/api/charter")
@Tag(name = "Charter")
class CharterApi {

    private static final Wording WORDING = Wording.of(CharterApi.class);

    private final CharterVersions versions;
    private final CharterDrafts drafts;
    private final SignOff signOff;
    private final Difference difference;
    private final ModelConsistency soundness;

    CharterApi(
            CharterVersions versions,
            CharterDrafts drafts,
            SignOff signOff,
            Difference difference,
            ModelConsistency soundness) {
        this.versions = versions;
        this.drafts = drafts;
        this.signOff = signOff;
        this.difference = difference;
        this.soundness = soundness;
    }

    /**
     * @param edition the edition that was read
     */
    record DraftBody(@Nullable Integer edition, @Nullable CharterContent provisions) {}

    /**
     * @param effectiveFrom null to let it hold with the second signature
     */
    record ProposeBody(@Nullable Integer edition, @Nullable Instant effectiveFrom) {}

    /**
     * @param contentHash of the version as it was read
     * @param recompute whether running promises are counted anew; false keeps their due instants
     */
    record SignBody(
            @Nullable String mandate,
            @Nullable String contentHash,
            @Nullable Boolean recompute) {}

    @GetMapping
    @Operation(summary = "The version in force")
    CharterVersion inForce() {
        return versions.inForce();
    }

    @GetMapping("/versions")
    @Operation(summary = "Every version, newest first, with its signatures")
    Page<CharterVersion> versions() {
        return Page.ofAll(versions.all());
    }

    @GetMapping("/versions/{version}")
    @Operation(summary = "One version")
    CharterVersion version(@PathVariable int version) {
        return versions.version(version);
    }

    @GetMapping("/versions/{version}/events")
    @Operation(summary = "What happened to a version, oldest first")
    Page<CharterEvent> events(@PathVariable int version) {
        versions.version(version);
        return Page.ofAll(versions.events(version));
    }

    @GetMapping("/versions/{version}/findings")
    @Operation(summary = "Where a version does not meet the deployed models and tables")
    Page<Finding> findings(@PathVariable int version) {
        return Page.ofAll(soundness.of(versions.version(version)));
    }

    @GetMapping("/difference")
    @Operation(summary = "What one version says differently from another")
    Page<Change> difference(@RequestParam int from, @RequestParam int to) {
        return Page.ofAll(difference.between(
                versions.version(from).provisions(), versions.version(to).provisions()));
    }

    @GetMapping("/draft")
    @Operation(summary = "The draft, proposed or not")
    CharterVersion draft() {
        return versions.draft().orElseThrow(() -> new NotFound(WORDING.text("noDraft")));
    }

    @GetMapping("/draft/difference")
    @Operation(summary = "What the draft says differently from the version in force")
    Page<Change> draftDifference() {
        return Page.ofAll(difference.between(versions.inForce().provisions(), draft().provisions()));
    }

    @PostMapping("/draft")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Begin a draft from the version in force (process owners)")
    CharterVersion begin() {
        return drafts.begin();
    }

    @PutMapping("/draft")
    @Operation(summary = "Write the draft anew; signatures become void (process owners)")
    CharterVersion edit(@RequestBody DraftBody body) {
        CharterContent provisions = body.provisions();
        if (provisions == null) {
            throw Invalid.field("provisions", WORDING.text("wrong.missing"));
        }
        return drafts.edit(edition(body.edition()), provisions);
    }

    @DeleteMapping("/draft")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Give the draft up (process owners)")
    void discard(@RequestParam int edition) {
        drafts.discard(edition);
    }

    @PostMapping("/draft/proposal")
    @Operation(summary = "Put the draft before both sides (process owners)")
    CharterVersion propose(@RequestBody ProposeBody body) {
        return drafts.propose(edition(body.edition()), body.effectiveFrom());
    }

    @GetMapping("/signing")
    @Operation(summary = "For which sides you could sign now")
    List<Mandate> signing() {
        return signOff.open();
    }

    @PostMapping("/versions/{version}/signatures")
    @Operation(summary = "Sign for one side (its head or a deputy)")
    CharterVersion sign(@PathVariable int version, @RequestBody SignBody body) {
        if (body.mandate() == null) {
            throw Invalid.field("mandate", WORDING.text("wrong.missing"));
        }
        if (body.contentHash() == null) {
            throw Invalid.field("contentHash", WORDING.text("wrong.missing"));
        }
        if (body.recompute() == null) {
            throw Invalid.field("recompute", WORDING.text("wrong.missing"));
        }
        return signOff.sign(version, Mandate.ofCode(body.mandate()), body.contentHash(), body.recompute());
    }

    @PostMapping("/versions/{version}/withdrawal")
    @Operation(summary = "Take a version back before it is in force (process owners, signers)")
    CharterVersion withdraw(@PathVariable int version) {
        return signOff.withdraw(version);
    }

    private static int edition(@Nullable Integer edition) {
        if (edition == null) {
            throw Invalid.field("edition", WORDING.text("wrong.missing"));
        }
        return edition;
    }
}
