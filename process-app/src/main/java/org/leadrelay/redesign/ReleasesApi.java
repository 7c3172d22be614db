package org.leadrelay.redesign;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.leadrelay.platform.NotFound;
import org.leadrelay.platform.Page;
import org.leadrelay.platform.Wording;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** REST endpoints that read the releases of the models, for everybody inside. */
@RestController
@RequestMapping("/api/releases")
@Tag(name = "Releases")
class ReleasesApi {

    private static final Wording WORDING = Wording.of(ReleasesApi.class);

    private final Releases releases;
    private final Candidates candidates;

    ReleasesApi(Releases releases, Candidates candidates) {
        this.releases = releases;
        this.candidates = candidates;
    }

    /**
     * @param definitions ids of the deployed processes, by the process's id
     * @param tables versions of the deployed tables, by the decision's id
     */
    record Current(
            Release release, String deploymentId, Map<String, String> definitions, Map<String, Integer> tables) {}

    /** Without its content. */
    record FileEntry(
            String id, String kind, String name, int bytes, String sha256, String origin, String person, Instant at) {

        static FileEntry of(ReleaseFile file) {
            return new FileEntry(
                    file.file().id(),
                    file.file().kind().code(),
                    file.file().name(),
                    file.file().content().length,
                    file.sha256(),
                    ReleaseCodes.code(file.origin()),
                    file.person(),
                    file.at());
        }
    }

    @GetMapping
    @Operation(summary = "Every release, newest first")
    Page<Release> all() {
        return Page.ofAll(releases.all());
    }

    @GetMapping("/current")
    @Operation(summary = "The release in force, with what new leads start by")
    Current current() {
        InForce inForce = releases.current();
        return new Current(
                releases.release(inForce.release()),
                inForce.deploymentId(),
                new TreeMap<>(inForce.definitions()),
                new TreeMap<>(inForce.tables()));
    }

    @GetMapping("/{number}")
    @Operation(summary = "One release")
    Release release(@PathVariable int number) {
        return releases.release(number);
    }

    @GetMapping("/{number}/events")
    @Operation(summary = "What was done to a release, oldest first")
    Page<ReleaseEvent> events(@PathVariable int number) {
        return Page.ofAll(releases.events(number));
    }

    @GetMapping("/{number}/findings")
    @Operation(summary = "What the gate says of a draft, or said when a release was sealed")
    Page<FindingView> findings(@PathVariable int number) {
        return Page.ofAll(
                candidates.findings(number).stream().map(FindingView::of).toList());
    }

    @GetMapping("/{number}/files")
    @Operation(summary = "The files of a release")
    Page<FileEntry> files(@PathVariable int number) {
        return Page.ofAll(releases.files(number).stream().map(FileEntry::of).toList());
    }

    @GetMapping("/{number}/files/{file}")
    @Operation(summary = "One file, to download")
    ResponseEntity<byte[]> file(@PathVariable int number, @PathVariable String file) {
        ReleaseFile found = releases.files(number).stream()
                .filter(each -> each.file().id().equals(file))
                .findFirst()
                .orElseThrow(() -> new NotFound(WORDING.text("noFile", number, file)));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(found.file().name())
                                .build()
                                .toString())
                .body(found.file().content());
    }
}
