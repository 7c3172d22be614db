package org.leadrelay.redesign;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.EngineRestErrors;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.Wording;
import org.leadrelay.redesign.Candidates.Upload;
import org.leadrelay.redesign.Candidates.UploadedFile;
import org.leadrelay.redesign.gate.Gate;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;

/**
 * REST endpoint of deployments from Camunda Modeler. One makes or updates the open candidate and changes nothing that runs; it can
 * be sent again, because Modeler gives up after five seconds whether it was done or not.
 */
@RestController
class ModelerDeploymentApi {

    private static final Wording WORDING = Wording.of(ModelerDeploymentApi.class, "modeler");

    /** Parts that ask for what there is not. */
    private static final Set<String> REFUSED = Set.of("tenant-id", "deployment-activation-time");

    /** Parts that are no files, and what they say is not needed. */
    private static final Set<String> IGNORED =
            Set.of("deployment-name", "deployment-source", "enable-duplicate-filtering", "deploy-changed-only");

    private final Candidates candidates;
    private final ReleasePages pages;
    private final Gate gate;
    private final Clock clock;

    ModelerDeploymentApi(Candidates candidates, ReleasePages pages, Gate gate, Clock clock) {
        this.candidates = candidates;
        this.pages = pages;
        this.gate = gate;
        this.clock = clock;
    }

    @PostMapping(EngineRestErrors.PATH + "/deployment/create")
    ResponseEntity<?> deploy(HttpServletRequest request) throws IOException {
        List<UploadedFile> files;
        Upload upload;
        try {
            files = files(WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class));
            upload = candidates.upload(files, Origin.MODELER, null);
        } catch (Invalid refusal) {
            return refused(ModelerRefusal.text(refusal, pages.candidate(request)));
        }
        Release candidate = upload.release();
        String page = pages.release(request, candidate.number());
        if (!ModelerRefusal.refusals(upload.findings()).isEmpty()) {
            return refused(ModelerRefusal.text(upload.findings(), page, Wording.language()));
        }
        return ResponseEntity.ok(ModelerDeployment.of(
                candidate,
                files.stream()
                        .map(each -> gate.identify(each.name(), each.content()))
                        .toList(),
                page,
                clock.instant()));
    }

    private static List<UploadedFile> files(@Nullable MultipartHttpServletRequest request) throws IOException {
        if (request == null) {
            throw Invalid.field("body", WORDING.text("noParts"));
        }
        request.getParameterMap().forEach(ModelerDeploymentApi::check);
        List<UploadedFile> files = new ArrayList<>();
        for (List<MultipartFile> several : request.getMultiFileMap().values()) {
            for (MultipartFile each : several) {
                String name = each.getOriginalFilename();
                if (name == null || name.isBlank()) {
                    throw Invalid.field(each.getName(), WORDING.text("noFileName"));
                }
                files.add(new UploadedFile(name, each.getBytes()));
            }
        }
        if (files.isEmpty()) {
            throw Invalid.field("body", WORDING.text("noFiles"));
        }
        return files;
    }

    private static void check(String part, String[] values) {
        if (REFUSED.contains(part)) {
            if (!String.join("", values).isBlank()) {
                throw Invalid.field(part, WORDING.text(part));
            }
        } else if (!IGNORED.contains(part)) {
            throw Invalid.field(part, WORDING.text("noFileName"));
        }
    }

    private static ResponseEntity<Map<String, String>> refused(String message) {
        return ResponseEntity.badRequest().body(ModelerRefusal.answer(message));
    }
}
